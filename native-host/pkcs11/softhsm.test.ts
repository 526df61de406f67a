import { createHash, createPublicKey, webcrypto, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { HostToken, SignAlgorithm } from '@/lib/host';
import { supervise, type Supervisor } from '../supervisor';
import { moduleProcesses, type ModuleProcess } from '../tests/module-process';
import { openssl } from '../../tests/pki/openssl';
import {
  makeSoftToken,
  removeSoftTokens,
  softHsmModule,
  type SoftKey,
  type SoftToken,
} from '../../tests/support/softhsm';

if (softHsmModule() === null)
  console.warn('SoftHSM2 is not installed (npm run setup): its tests are skipped');

const kinds = {
  'rsa-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'p-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'p-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'p-521': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
} as const;
type Kind = keyof typeof kinds;
const algorithms: Readonly<Record<Kind, readonly [SignAlgorithm, 'SHA-256' | 'SHA-384' | 'SHA-512'][]>> = {
  'rsa-2048': [
    ['rsa-sha256', 'SHA-256'],
    ['rsa-sha384', 'SHA-384'],
    ['rsa-sha512', 'SHA-512'],
  ],
  'p-256': [
    ['ecdsa', 'SHA-256'],
    // Longer than the curve: only its leftmost bits count.
    ['ecdsa', 'SHA-384'],
  ],
  'p-384': [['ecdsa', 'SHA-384']],
  'p-521': [['ecdsa', 'SHA-512']],
};

describe.skipIf(softHsmModule() === null)('SoftHSM2', () => {
  const dir = mkdtempSync(join(tmpdir(), 'softhsm-'));
  let start: (env?: NodeJS.ProcessEnv) => ModuleProcess;
  let one: SoftToken;
  let other: SoftToken;
  let supervisor: Supervisor;

  beforeAll(async () => {
    start = await moduleProcesses();
    const keys = (Object.keys(kinds) as Kind[]).map((kind, index) => made(kind, index));
    one = makeSoftToken({ dir, keys });
    other = makeSoftToken({ dir });
    supervisor = supervise(() => start({ SOFTHSM2_CONF: one.conf }));
  });
  afterAll(() => {
    supervisor.end();
    rmSync(dir, { recursive: true });
  });

  function made(kind: Kind, index: number): SoftKey {
    const key = join(dir, `${kind}.key`);
    const certificate = join(dir, `${kind}.der`);
    openssl(['genpkey', ...kinds[kind], '-out', key]);
    const request = ['req', '-x509', '-new', '-key', key, '-subj', `/CN=${kind}`, '-days', '30'];
    openssl([...request, '-outform', 'DER', '-out', certificate]);
    return { label: kind, id: `0${index + 1}`, key, certificate };
  }

  const tokens = async () => (await supervisor.ask('tokens', { module: one.module })).tokens;
  async function tokenOf(soft: SoftToken): Promise<HostToken> {
    const found = (await tokens()).find(({ serial }) => serial === soft.serial);
    if (found === undefined) throw new Error(`no token ${soft.serial}`);
    return found;
  }
  async function login(soft: SoftToken, label: string, pin = soft.pin, using = supervisor) {
    const { serial, label: name, manufacturer, model, certificates } = await tokenOf(soft);
    const certificate = certificates.find((entry) => entry.label === label);
    if (certificate === undefined) throw new Error(`no certificate ${label}`);
    const answer = await using.ask('login', {
      module: soft.module,
      token: { serial, label: name, manufacturer, model },
      certificate: certificate.sha256,
      pin: [...new TextEncoder().encode(pin)],
    });
    return { ...answer, certificate };
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'no fault',
      (error: unknown) => (error instanceof CountersignError ? error.code : error),
    );

  test('two tokens with one label are told apart; an empty one says that it is', async () => {
    const all = await tokens();
    expect(all.filter(({ label }) => label === 'Countersign Demo')).toHaveLength(2);
    expect((await tokenOf(one)).certificates.map(({ label }) => label).sort()).toEqual(
      Object.keys(kinds).sort(),
    );
    expect((await tokenOf(other)).certificates.map(({ label }) => label).sort()).toEqual([
      'Issuing CA',
      'full',
    ]);
    const empty = all.find(({ flags }) => !flags.initialized);
    expect(empty?.certificates).toEqual([]);
    expect(await tokenOf(one)).toMatchObject({
      manufacturer: 'SoftHSM project',
      model: 'SoftHSM v2',
      claimsFips: false,
      hardware: expect.stringMatching(/^\d+\.\d+$/) as string,
    });
  });

  for (const kind of Object.keys(kinds) as Kind[])
    for (const [algorithm, hash] of algorithms[kind])
      test(`${kind} signs with ${hash}: OpenSSL and WebCrypto agree`, async () => {
        const { certificate, pinPerSignature } = await login(one, kind);
        expect(pinPerSignature).toBe(false);
        const content = Buffer.from('one order, 100 tablets');
        const name = hash.replace('-', '').toLowerCase();
        const { signature } = await supervisor.ask('sign', {
          certificate: certificate.sha256,
          algorithm,
          digest: createHash(name).update(content).digest('base64'),
        });
        const octets = Buffer.from(signature, 'base64');
        const spki = createPublicKey(
          new X509Certificate(Buffer.from(certificate.der, 'base64')).publicKey.export({
            type: 'spki',
            format: 'pem',
          }),
        );
        expect(
          await byWebCrypto(kind, hash, spki.export({ type: 'spki', format: 'der' }), octets, content),
        ).toBe(true);
        expect(
          byOpenssl(kind, name, spki.export({ type: 'spki', format: 'pem' }).toString(), octets, content),
        ).toContain('Verified OK');
      });

  async function byWebCrypto(kind: Kind, hash: string, spki: Buffer, signature: Buffer, content: Buffer) {
    const rsa = kind === 'rsa-2048';
    const type = rsa
      ? { name: 'RSASSA-PKCS1-v1_5', hash }
      : { name: 'ECDSA', namedCurve: kind.toUpperCase() };
    const key = await webcrypto.subtle.importKey('spki', spki, type, true, ['verify']);
    return webcrypto.subtle.verify(rsa ? type : { name: 'ECDSA', hash }, key, signature, content);
  }
  /** OpenSSL takes ECDSA signatures as DER. */
  function byOpenssl(kind: Kind, hash: string, pem: string, signature: Buffer, content: Buffer): string {
    const file = (name: string, data: string | Buffer) => {
      writeFileSync(join(dir, name), data);
      return join(dir, name);
    };
    const asDer = kind === 'rsa-2048' ? signature : ecdsaDer(signature);
    const against = ['-verify', file('key.pem', pem), '-signature', file('signature', asDer)];
    return openssl(['dgst', `-${hash}`, ...against, file('content', content)]).toString();
  }
  function ecdsaDer(raw: Buffer): Buffer {
    const integer = (part: Buffer) => {
      const first = part.findIndex((octet) => octet !== 0);
      const short = part.subarray(first);
      const body = (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), short]) : short;
      return Buffer.concat([Buffer.of(2, body.length), body]);
    };
    const half = raw.length / 2;
    const both = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))]);
    const length = both.length > 127 ? Buffer.of(0x81, both.length) : Buffer.of(both.length);
    return Buffer.concat([Buffer.of(0x30), length, both]);
  }

  test('a wrong PIN is tried once and told with the token’s own warning; the right one then works', async () => {
    expect(await codeOf(login(other, 'full', '000000'))).toBe('token/wrong-pin-few-left');
    expect(await codeOf(login(other, 'full', '1'))).toMatch(/^token\/(pin-length|wrong-pin-few-left)$/);
    expect(await codeOf(login(other, 'full'))).toBe('no fault');
  });

  test('the CA’s certificate has no key', async () => {
    expect(await codeOf(login(other, 'Issuing CA'))).toBe('token/key-missing');
  });

  test('1,000 signatures', async () => {
    const { certificate } = await login(one, 'rsa-2048');
    const digest = createHash('sha256').update('order').digest('base64');
    const began = performance.now();
    for (let count = 0; count < 1_000; count++)
      await supervisor.ask('sign', { certificate: certificate.sha256, algorithm: 'rsa-sha256', digest });
    const each = (performance.now() - began) / 1_000;
    console.log(`RSA-2048 in SoftHSM2 through the module process: ${each.toFixed(2)} ms a signature`);
    expect(each).toBeLessThan(100);
  });

  test('a token that is deleted midway is gone, and nothing hangs', async () => {
    const own = mkdtempSync(join(tmpdir(), 'softhsm-gone-'));
    const soft = makeSoftToken({ dir: own });
    const before = supervisor;
    supervisor = supervise(() => start({ SOFTHSM2_CONF: soft.conf }));
    try {
      const { certificate } = await login(soft, 'full');
      const digest = createHash('sha256').update(readFileSync(soft.conf)).digest('base64');
      const request = { certificate: certificate.sha256, algorithm: 'rsa-sha256', digest } as const;
      await supervisor.ask('sign', request);
      removeSoftTokens(own);
      expect(await codeOf(supervisor.ask('sign', request))).toBe('token/removed');
      expect(await codeOf(supervisor.ask('logout', {}))).toBe('no fault');
    } finally {
      supervisor.end();
      supervisor = before;
      rmSync(own, { recursive: true });
    }
  });
});
