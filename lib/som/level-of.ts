import { somLevels, type SomLevel } from './assessment';

/** Scores at which .10, .05 and .02 alerts per substance and month are raised on real orders (docs/som.md). */
const THRESHOLDS = { information: 2.56, caution: 3.18, stop: 3.96 } as const;

export function levelOf(score: number): SomLevel {
  if (score >= THRESHOLDS.stop) return 'stop';
  if (score >= THRESHOLDS.caution) return 'caution';
  return score >= THRESHOLDS.information ? 'information' : 'none';
}

export function highestLevel(levels: readonly SomLevel[]): SomLevel {
  return somLevels[Math.max(0, ...levels.map((level) => somLevels.indexOf(level)))] as SomLevel;
}
