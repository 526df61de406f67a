import { describe, expect, it } from 'vitest';
import { demoPki } from '../pki/demo-pki';
import { sampleData } from '../pki/sample-data';
import { attack } from './attack';
import { targetNames, targets } from './targets';
import { certificateSeeds } from './targets/certificate';

/** Inputs a unit of share: some four thousand in all. `npm run test:long` runs a hundred thousand. */
const RUNS = 220;
/** The same inputs on every run: what is new is found by the long run, not by chance in somebody's change. */
const SEED = 20260101;

describe('bent files', () => {
  it.each(targetNames)('break no law of %s', async (name) => {
    const target = await targets[name](demoPki());
    const result = await attack(target, { runs: RUNS * target.share, seed: SEED });
    expect(result.finding).toBeNull();
    expect(result.inputs).toBe(RUNS * target.share);
    expect(result.outcomes.size).toBeGreaterThan(1);
  });

  it.skipIf(sampleData('crypto') === null)('include the sample data (skipped where it is not there)', () => {
    expect(certificateSeeds(demoPki()).length).toBeGreaterThan(400);
  });
});
