import type * as base from '@/lib/base';

/** For tests in which a password or PIN is derived anew in each of many lives: how many rounds it takes is tried elsewhere. */
export function withFewRounds(real: typeof base): object {
  return { ...real, limits: { ...real.limits, vaultIterations: 1_000, pinIterations: 1_000 } };
}
