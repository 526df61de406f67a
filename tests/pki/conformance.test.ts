import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../lib/base';
import { parseCertificate, parseCrl, validatePath } from '../../lib/pki';
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

interface PkitsRun {
  readonly id: string;
  readonly title: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly valid: boolean;
  /** Initial settings that this engine doesn't take yet: policies. */
  readonly iep?: boolean;
  readonly ips?: readonly string[];
}

describe.skipIf(data === null)('PKITS', () => {
  const wrong = { accepts: [] as string[], refusals: [] as string[] };
  let runs: readonly PkitsRun[] = [];

  beforeAll(async () => {
    // Runs with initial policy settings ask what `validatePath` isn't asked: they stand apart.
    runs = readJson<PkitsRun[]>('pkits', 'expected.json').filter(({ iep, ips }) => !iep && ips === undefined);
    for (const run of runs) {
      const valid = await isValid(run);
      if (valid !== run.valid) (valid ? wrong.accepts : wrong.refusals).push(`${run.id} ${run.title}`);
    }
  }, 120_000);

  it('has no wrong accept', () => {
    expect(wrong.accepts).toEqual([]);
  });

  it('refuses wrongly only where policies, name constraints, DSA or special lists are not judged yet', () => {
    const later =
      /^4\.(?:1\.[45]|4\.19|5\.[146]|6\.1[57]|8\.\d+|9\.\d+|10\.\d+(?:\.1)?|11\.\d+|12\.\d+|13\.\d+|14\.\d+|15\.5) /;
    expect(wrong.refusals.filter((id) => !later.test(id))).toEqual([]);
  });

  async function isValid({ certs, crls }: PkitsRun): Promise<boolean> {
    try {
      const path = certs.map((name) => parseCertificate(read('pkits', 'certs', `${name}.crt`)));
      const [root, leaf] = [path[0], path.at(-1)];
      if (!root || !leaf) throw new Error('a run without certificates');
      const verdict = await validatePath({
        leaf,
        candidates: path.slice(1, -1),
        roots: [root],
        crls: crls.map((name) => parseCrl(read('pkits', 'crls', `${name}.crl`))),
        at: Date.UTC(2012, 0, 1),
      });
      return verdict.valid && verdict.statusChecked;
    } catch (error) {
      expect(faultOf(error).code).toMatch(/malformed$/);
      return false;
    }
  }
});
