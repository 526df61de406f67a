import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evalCms } from '../eval/cms';
import { evalPfx } from '../eval/pfx';
import { sampleData } from './sample-data';

const data = sampleData('crypto');
const read = (...path: string[]) => new Uint8Array(readFileSync(join(data ?? '', ...path)));
const readJson = <T>(...path: string[]) => JSON.parse(new TextDecoder().decode(read(...path))) as T;

/** By policy: algorithms that are not accepted for orders or that no browser offers, and forms that an order never has. */
const REFUSED_CMS = /sha1|secp256k1|ed25519|noattr|sha3\.der|two_signers|econtent_type/;

describe.skipIf(data === null)('sample data (skipped where it is not there)', () => {
  it('PFX files open as OpenSSL opens them', async () => {
    interface Case {
      readonly file: string;
      readonly expected: { ok: boolean; pw: string | null; keys: number | null; certs: number | null };
    }
    const cases = readJson<Case[]>('pfx', 'manifest.json');
    let at = 0;
    for await (const { file, ok, password, keys, certs } of evalPfx(
      join(data ?? '', 'pfx', 'manifest.json'),
    )) {
      const expected = cases[at++]?.expected;
      expect({ file, ok, pw: password, keys, certs }).toEqual({ file, ...expected });
    }
    expect(at).toBe(cases.length);
  }, 300_000);

  it('signed messages are valid, save those that policy refuses', async () => {
    const wrong: string[] = [];
    let judged = 0;
    for await (const { id, valid, reason } of evalCms(join(data ?? '', 'cms', 'manifest.json'))) {
      judged++;
      const named = reason !== null && reason !== 'cms/signature-invalid';
      if (REFUSED_CMS.test(id) ? valid || !named : !valid) wrong.push(`${id} ${reason}`);
    }
    expect(wrong.join()).toBe('');
    expect(judged).toBe(56);
  });
});
