/** Set by `npm run test:long`: dies at every step. */
export const dieAtEveryStep = process.env.COUNTERSIGN_EVERY_STEP !== undefined;
/** The last steps write: heads, projections, the commit. */
const LAST = 3;
const SPREAD = 3;

/**
 * At which of an act's steps it dies: at all of them in the long run, else at the first, the last, and some between, so that
 * every run tries deaths of every act.
 */
export function sampleOfSteps(steps: number, every = dieAtEveryStep): readonly number[] {
  const all = Array.from({ length: steps }, (_, at) => at + 1);
  if (every) return all;
  const gap = Math.max(1, Math.floor(steps / (SPREAD + 1)));
  return all.filter((step) => step === 1 || step > steps - LAST || step % gap === 0);
}
