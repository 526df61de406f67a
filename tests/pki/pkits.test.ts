import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf, type ErrorCode } from '../../lib/base';
import { parseCertificate, parseCrl, validatePath } from '../../lib/pki';
import { sampleData } from './sample-data';

const data = sampleData('crypto');
const read = (...path: string[]) => new Uint8Array(readFileSync(join(data ?? '', 'pkits', ...path)));
const text = (file: string) => new TextDecoder().decode(read(file));

/** One run of expected.json: the path from the trust anchor down, and the inputs of RFC 5280 6.1.1 where not the defaults. */
interface Run {
  readonly id: string;
  readonly title: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly valid: boolean;
  /** user-initial-policy-set, initial-explicit-policy, -policy-mapping-inhibit, -inhibit-anyPolicy. */
  readonly ips?: readonly string[];
  readonly iep?: boolean;
  readonly ipmi?: boolean;
  readonly iiap?: boolean;
  /** user-constrained-policy-set; NIST-test-policy-1 alone where a valid run doesn't say. */
  readonly ucps?: readonly string[];
}

interface Outcome {
  readonly valid: boolean;
  readonly codes: readonly string[];
  readonly policies: readonly string[];
}

/** What each of GSA's reason codes is called here; any of the codes tells the person the same. */
const REASONS: Readonly<Record<string, readonly ErrorCode[]>> = {
  25001: ['certificate/path-not-found'],
  25002: ['certificate/signature-invalid'],
  25003: ['certificate/not-yet-valid'],
  25004: ['certificate/expired'],
  25005: ['certificate/not-a-ca'],
  25006: ['certificate/not-a-ca'],
  25007: ['certificate/path-too-long'],
  // A key that may not sign lists makes the list unusable, not the certificate.
  25008: ['certificate/key-usage', 'crl/signer-not-allowed'],
  25009: ['certificate/policy-not-allowed'],
  25010: ['certificate/name-not-permitted'],
  25011: ['certificate/unknown-extension'],
  25024: ['certificate/revoked'],
  25025: [
    'crl/malformed',
    'crl/signer-not-trusted',
    'crl/signature-invalid',
    'crl/issuer-unknown',
    'crl/unknown-extension',
    'crl/expired',
    'crl/out-of-scope',
    'crl/delta-alone',
    'crl/signer-not-allowed',
    'crl/reasons-not-covered',
  ],
  25026: ['crl/reasons-not-covered'],
  25029: ['certificate/status-unknown'],
};

/** Where our code is another than GSA's, or GSA has none, and why. */
const OTHER_REASONS: Readonly<Record<string, ErrorCode>> = {
  // DSA is not accepted at all, so that its signature isn't checked.
  '4.1.6': 'certificate/unsupported-algorithm',
  // A list of another issuer's name isn't bad: it is about other certificates, and none is at hand for this one.
  '4.4.5': 'certificate/status-unknown',
  // GSA's table knows subparts 1 and 2 only.
  '4.10.13': 'certificate/policy-not-allowed',
  // The certificate is on hold in a list that covers that reason: that some reasons aren't covered comes second.
  '4.14.16': 'certificate/revoked',
};

/** DSA is offered by no browser's WebCrypto and by no CA any more. */
const DSA = ['4.1.4', '4.1.5'];

const oidOf = (policy: string) =>
  policy === 'anyPolicy' ? '2.5.29.32.0' : `2.16.840.1.101.3.2.1.48.${policy.replace(/^.*-/, '')}`;

async function judge({ certs, crls, ips, iep, ipmi, iiap }: Run): Promise<Outcome> {
  try {
    const [root, ...path] = certs.map((name) => parseCertificate(read('certs', `${name}.crt`)));
    const leaf = path.at(-1);
    if (!root || !leaf) throw new Error('a run without certificates');
    const verdict = await validatePath({
      leaf,
      candidates: path.slice(0, -1),
      roots: [root],
      crls: crls.map((name) => parseCrl(read('crls', `${name}.crl`))),
      at: Date.UTC(2012, 0, 1),
      policies: ips?.map(oidOf),
      explicitPolicy: iep,
      inhibitMapping: ipmi,
      inhibitAny: iiap,
      leafUse: 'any',
    });
    return {
      valid: verdict.valid && verdict.statusChecked,
      codes: verdict.findings.map(({ code }) => code),
      policies: verdict.policies,
    };
  } catch (error) {
    const { code } = faultOf(error);
    expect(code).toMatch(/malformed$/);
    return { valid: false, codes: [code], policies: [] };
  }
}

describe.skipIf(data === null)('attacks.md 48: PKITS (skipped where the sample data is not there)', () => {
  let runs: readonly (Run & { readonly outcome: Outcome })[] = [];

  beforeAll(async () => {
    const all = JSON.parse(text('expected.json')) as Run[];
    runs = await Promise.all(all.map(async (run) => ({ ...run, outcome: await judge(run) })));
  }, 120_000);

  it('has 247 runs, none accepted wrongly', () => {
    expect(runs).toHaveLength(247);
    const wrong = runs.filter(({ valid, outcome }) => outcome.valid && !valid);
    expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  it('refuses wrongly the two valid runs with DSA alone', () => {
    const wrong = runs.filter(({ valid, outcome }) => valid && !outcome.valid);
    const others = wrong.filter(({ id }) => !DSA.includes(id));
    expect(others.map(({ id, title, outcome }) => `${id} ${title}: ${outcome.codes.join()}`)).toEqual([]);
    expect(wrong.map(({ id }) => id)).toEqual(DSA);
  });

  it('says the reason that GSA gives for each refusal', () => {
    const rows = text('gsa-reason-codes.csv')
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const missing = runs.flatMap(({ id, title, valid, outcome }) => {
      if (valid) return [];
      const named = new Set(
        rows
          .filter(([row = '', , , code]) => (row === id || row.startsWith(`${id}.`)) && code !== '0')
          .map(([, , , code]) => code ?? ''),
      );
      const expected = [...named].flatMap((code) => REASONS[code] ?? []);
      const other = OTHER_REASONS[id];
      const wanted: readonly string[] = other === undefined ? expected : [other];
      return wanted.some((code) => outcome.codes.includes(code))
        ? []
        : [`${id} ${title}: ${[...named].join()} but ${outcome.codes.join()}`];
    });
    expect(missing).toEqual([]);
  });

  it('answers the user-constrained policies', () => {
    const wrong = runs.flatMap(({ id, title, valid, ucps, outcome }) => {
      // What holds of a path that was refused for another reason than policy, PKITS doesn't say.
      const named = ucps ?? (valid && !DSA.includes(id) ? ['NIST-test-policy-1'] : null);
      const expected = named?.map(oidOf).sort().join();
      return expected === undefined || expected === outcome.policies.join()
        ? []
        : [`${id} ${title}: ${outcome.policies.join()} instead of ${expected}`];
    });
    expect(wrong).toEqual([]);
  });
});
