import { expect, it } from 'vitest';
import { cmsContests } from './cms';
import { duel, type Contest } from './contest';
import { crlContests } from './crl';
import { makeInputs } from './inputs';
import { pathContests } from './path';
import { pfxContests } from './pfx';

const TRIES = 3;
const inputs = makeInputs();

/**
 * What only a mistake can cause, such as parsing a certificate twice or a list that is scanned: far below what `npm run
 * bench` promises, as a ratio of two things measured in turn, and thrice before it counts, so that a busy machine fails nothing.
 */
it.each<[string, number, () => Contest[] | Promise<Contest[]>]>([
  ['cms sign', 0.5, () => cmsContests(inputs)],
  ['cms verify', 0.35, () => cmsContests(inputs)],
  ['pfx legacy', 0.2, () => pfxContests(inputs)],
  ['crl of 100,000', 0.33, crlContests],
  ['path with a parsed crl of 50,000', 0.33, () => pathContests()],
])('%s keeps at least %f of the rate of what it stands beside', async (name, least, contests) => {
  const contest = (await contests()).find((each) => each.name === name);
  if (!contest) throw new Error(`no contest is called ${name}`);
  const ratios: number[] = [];
  while (ratios.length < TRIES && !ratios.some((ratio) => ratio >= least)) {
    const [ours, base] = await duel(contest.ours, contest.base.work, 7);
    ratios.push((base.ms / ours.ms) * (contest.scale ?? 1));
  }
  expect(Math.max(...ratios), `tried ${ratios.length} times: ${ratios.join(', ')}`).toBeGreaterThanOrEqual(
    least,
  );
});

it('tells a slow one apart: the check can fail', async () => {
  const work = () => Array.from({ length: 20_000 }, (_, i) => i * i).length;
  const [slow, quick] = await duel(() => [work(), work(), work(), work(), work()], work, 7);
  expect(quick.ms / slow.ms).toBeLessThan(0.5);
});
