import { parseCrl } from '@/lib/pki';
import { testKey } from '@/lib/pki/testing/make-certificate';
import { bigCrl } from './big-crl';
import type { Contest } from './contest';

const SMALL = 20_000;
const budgets: Readonly<Record<number, number>> = { 100_000: 200 };

/**
 * Reading a list and looking the first serial up, beside the same with 20,000 entries: the cost of an entry must not grow.
 * The one of 20,000 stands beside itself, which tells how far this run can be trusted.
 */
export async function crlContests(): Promise<Contest[]> {
  const key = await testKey();
  const reading = async (count: number) => {
    const der = await bigCrl('Sub', key, count);
    return () => {
      const crl = parseCrl(der);
      if (crl.count !== count || crl.find('0123456789') !== null) throw new Error('read wrongly');
    };
  };
  const small = await reading(SMALL);
  const contests = [2_000, SMALL, 100_000].map(async (count): Promise<Contest> => {
    const mostMs = budgets[count];
    return {
      name: `crl of ${count.toLocaleString('en-US')}`,
      ours: await reading(count),
      base: { name: 'one of 20,000, per entry', work: small },
      others: [],
      ...(mostMs !== undefined && { budget: { mostMs } }),
      scale: count / SMALL,
      rounds: 8,
    };
  });
  return Promise.all(contests);
}
