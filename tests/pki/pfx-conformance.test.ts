import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evalPfx } from '../eval/pfx';
import { sampleData } from './sample-data';

const data = sampleData('crypto/pfx');

interface Case {
  readonly file: string;
  readonly expected: { ok: boolean; pw: string | null; keys: number | null; certs: number | null };
}

describe.skipIf(data === null)('sample PFX files (skipped where they are not there)', () => {
  it('open as OpenSSL opens them', async () => {
    const manifest = join(data ?? '', 'manifest.json');
    const cases = JSON.parse(readFileSync(manifest, 'utf8')) as Case[];
    let at = 0;
    for await (const { file, ok, password, keys, certs } of evalPfx(manifest)) {
      const expected = cases[at++]?.expected;
      expect({ file, ok, pw: password, keys, certs }).toEqual({ file, ...expected });
    }
    expect(at).toBe(cases.length);
  }, 300_000);
});
