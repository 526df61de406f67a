import { describe, expect, it } from 'vitest';
import { CountersignError, type ErrorCode } from '../../lib/base';
import { parseCertificate } from '../../lib/pki';
import { demoPki } from '../pki/demo-pki';
import { sampleData } from '../pki/sample-data';
import { attack } from './attack';
import { readBytes } from './seed-files';
import { guarded, type Target } from './target';
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

describe('the laws', () => {
  const seed = new Uint8Array(parsedRoot());
  const planted = (parse: (mutant: Uint8Array) => unknown): Target => ({
    name: 'planted',
    seeds: [seed],
    share: 1,
    attack: async (mutant) =>
      'value' in (await guarded(mutant, /^certificate/, () => parse(mutant))) ? 'read' : 'refused',
  });

  it.each<[string, RegExp, (mutant: Uint8Array) => unknown]>([
    ['another kind of error', /threw RangeError/, (mutant) => mutant.length < seed.length && new Array(-1)],
    ['a code of another room', /code crl/, () => refuse('crl/malformed')],
    ['an unexpected error', /code internal/, () => refuse('internal/unexpected')],
    ['a changed input', /changed its input/, (mutant) => mutant.fill(0)],
  ])('find %s, and say how to see it again', async (_, what, parse) => {
    const { finding } = await attack(planted(parse), { runs: 300, seed: SEED });
    expect(finding).toMatch(what);
    const [, edits, path] = /edits (\[.*\]) of seed 0 [\s\S]*--path ([\d:]+)/.exec(finding ?? '') ?? [];
    expect(JSON.parse(edits ?? '')).toHaveLength(1);
    const again = await attack(planted(parse), { runs: 300, seed: SEED, path: path ?? '' });
    expect(again.finding).toMatch(what);
  });

  it('let a parser pass that keeps them', async () => {
    const { finding, inputs } = await attack(planted(parseCertificate), { runs: 300, seed: SEED });
    expect([finding, inputs]).toEqual([null, 300]);
  });
});

function refuse(code: ErrorCode): never {
  throw new CountersignError(code);
}

function parsedRoot(): Uint8Array {
  return parseCertificate(readBytes(demoPki().root)).der;
}
