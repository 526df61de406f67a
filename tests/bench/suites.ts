import { cmsContests } from './cms';
import { run, type Contest } from './contest';
import { crlContests } from './crl';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { pathContests } from './path';
import { pfxContests } from './pfx';
import { somContests } from './som';

/** Every name of a suite's contests begins with the suite's. All of them run in Node and in a browser's worker. */
export const suites = {
  cms: cmsContests,
  pfx: pfxContests,
  crl: crlContests,
  path: () => pathContests(),
  som: somContests,
} satisfies Record<string, (inputs: Inputs) => Contest[] | Promise<Contest[]>>;

export type SuiteName = keyof typeof suites;
export const suiteNames = Object.keys(suites) as SuiteName[];

/** Those of `names` below which a figure's name may begin with `prefix`. */
export function startingWith<N extends string>(names: readonly N[], prefix: string): N[] {
  return names.filter((name) => name.startsWith(prefix) || prefix.startsWith(name));
}

export async function runAll(contests: readonly Contest[], prefix: string, where: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const contest of contests)
    if (contest.name.startsWith(prefix)) figures.push(...(await run(contest, where)));
  return figures;
}
