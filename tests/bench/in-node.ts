import { cmsContests } from './cms';
import type { Contest } from './contest';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { opensslBench, type OpensslBench } from './openssl';
import { pathContests } from './path';
import { runAll, suites, type SuiteName } from './suites';

/** One suite in this process, where OpenSSL's command can stand beside it. */
export async function benchInNode(suite: SuiteName, inputs: Inputs, prefix: string): Promise<Figure[]> {
  const openssl = opensslBench();
  try {
    return await runAll(await contestsOf(suite, inputs, openssl), prefix, 'node');
  } finally {
    openssl.remove();
  }
}

async function contestsOf(suite: SuiteName, inputs: Inputs, openssl: OpensslBench): Promise<Contest[]> {
  if (suite === 'path') return pathContests((chain) => [openssl.forPath(chain)]);
  if (suite !== 'cms') return suites[suite](inputs);
  const theirs = openssl.forCms(inputs);
  return (await cmsContests(inputs)).map((contest) => ({
    ...contest,
    others: [...contest.others, contest.name === 'cms sign' ? theirs.sign : theirs.verify],
  }));
}
