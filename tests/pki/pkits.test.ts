import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../lib/base';
import { parseCertificate, parseCrl, validatePath } from '../../lib/pki';
import { sampleData } from './sample-data';

const data = sampleData('crypto');
const read = (...path: string[]) => new Uint8Array(readFileSync(join(data ?? '', ...path)));
const readJson = <T>(...path: string[]) => JSON.parse(new TextDecoder().decode(read(...path))) as T;

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
