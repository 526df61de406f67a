import type { AnomalyShape } from './anomalies';

/** Made-up orders of two kinds, so that what is gained isn't owed to one of them. */
export const someShapes = [
  { of: 'this', burst: 4, split: 5 },
  { of: 'usual', burst: 5, split: 3 },
] as const satisfies readonly AnomalyShape[];
