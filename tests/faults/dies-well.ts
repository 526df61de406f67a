import { describe, expect, it } from 'vitest';
import { mortalWorld, type MortalAct } from './acts/mortal-act';
import { mortalDatabases } from './mortal-databases';
import { outlive } from './outlive';

/** As many steps as the shortest act takes: a transaction, what it reads and writes, its commit. */
const FEWEST_STEPS = 5;

/** Every way that a process can end in the middle of an act, and what the next one finds. */
export function theyDieWell(about: string, acts: readonly MortalAct[]): void {
  const life = mortalDatabases();
  describe(`${about}: a process that dies at each step of an act leaves the act whole or nothing of it`, () => {
    it.each(acts.map((act) => [act.name, act] as const))('%s', async (_name, act) => {
      const mortal = await mortalWorld(act);
      const begun = await act.begin(mortal);
      const trial = {
        ...{ name: mortal.name, clock: mortal.ports.clock },
        ...(act.holds && { holds: () => act.holds?.(mortal) ?? Promise.resolve() }),
      };
      const { steps, left, deaths } = await outlive(life, trial, begun);
      expect(steps).toBeGreaterThan(FEWEST_STEPS);
      expect(left, 'deaths that left something').toBeLessThan(deaths);
    });
  });
}
