import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignedData } from '../../lib/pki/cms/read-signed-data';
import { signCms } from '../../lib/pki/cms/sign-cms';
import { verifyCms } from '../../lib/pki/cms/verify-cms';
import { writeOctets } from '../../lib/pki/der/writer';
import { caTestExtensions, makeCertificate, testKey } from '../../lib/pki/testing/make-certificate';
import { signingKeys, type SigningKey } from '../../lib/pki/testing/signing-keys';
import type { Certificate } from '../../lib/pki/types';
import { openssl } from './openssl';

type Bytes = Uint8Array<ArrayBuffer>;

interface Signer {
  readonly key: SigningKey;
  readonly certificate: Certificate;
}

interface Signed {
  readonly message: Bytes;
  readonly content: Bytes;
  readonly detached: boolean;
}

const KINDS = 8;
/** Its place among the signed parts. */
const SIGNATURE = 1;
const dir = mkdtempSync(join(tmpdir(), 'openssl-agrees-'));
let signers: readonly Signer[];
let chain: readonly Certificate[];

beforeAll(async () => {
  const [rootKey, subKey] = [await testKey(), await testKey()];
  const extensions = caTestExtensions();
  const root = await makeCertificate({
    subject: 'Root',
    issuer: 'Root',
    key: rootKey,
    issuerKey: rootKey,
    extensions,
  });
  const sub = await makeCertificate({
    subject: 'Sub',
    issuer: 'Root',
    key: subKey,
    issuerKey: rootKey,
    extensions,
  });
  const keyId = [{ oid: '2.5.29.14', value: writeOctets(Uint8Array.of(7, 7)) }];
  const issued = { subject: 'Signer', issuer: 'Sub', issuerKey: subKey, extensions: keyId };
  signers = await Promise.all(
    (await signingKeys()).map(async (key) => ({
      key,
      certificate: await makeCertificate({ ...issued, key: key.pair }),
    })),
  );
  chain = [sub, root];
  const pem = Buffer.from(root.der).toString('base64').replace(/.{64}/g, '$&\n');
  writeFileSync(join(dir, 'root.pem'), `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`);
}, 60_000);

afterAll(() => {
  rmSync(dir, { recursive: true });
});

async function signed(kind: number, content: Bytes, detached: boolean, byKeyId: boolean): Promise<Signed> {
  const { key, certificate } = signers[kind] as Signer;
  const message = await signCms({
    content,
    certificate,
    chain,
    signingTime: certificate.notBefore,
    detached,
    identifier: byKeyId ? 'key-id' : 'issuer-and-serial',
    ...(key.choice && { algorithm: key.choice }),
    sign: (bytes) => key.sign(bytes),
  });
  return { message, content, detached };
}

/** What OpenSSL says the content is; throws where it refuses. */
function opensslVerify({ message, content, detached }: Signed): Bytes {
  writeFileSync(join(dir, 'message.der'), message);
  writeFileSync(join(dir, 'content'), content);
  const apart = detached ? ['-content', 'content'] : [];
  // CSOS certificates carry no e-mail usage, so the purpose is not S/MIME's; the test's certificates end in a year.
  const trust = ['-CAfile', 'root.pem', '-purpose', 'any', '-no_check_time'];
  const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'message.der', ...apart, ...trust];
  return new Uint8Array(openssl(args, { cwd: dir }));
}

const ourVerify = ({ message, content, detached }: Signed) => verifyCms(message, detached ? { content } : {});

/** A range of the message or of the content file, in octets. */
interface Part {
  readonly of: 'message' | 'content';
  readonly from: number;
  readonly length: number;
}

/** Where the signed parts stand: signed attributes, signature and content. */
function signedParts({ message, content, detached }: Signed): readonly Part[] {
  const signedData = readSignedData(message);
  const info = signedData?.signers[0];
  if (!info?.signedAttributes) throw new Error('no signed attributes');
  const inMessage = [
    // Without its tag, which is another one where the signature is made: OpenSSL lets a bit of it be wrong, we don't.
    info.signedAttributes.subarray(1),
    info.signature,
    ...(detached ? [] : [signedData?.content ?? content]),
  ];
  return [
    ...inMessage.map((part) => ({ of: 'message' as const, from: part.byteOffset, length: part.length })),
    ...(detached ? [{ of: 'content' as const, from: 0, length: content.length }] : []),
  ];
}

/** How many bits are signed, and the same message with one of them flipped, counted through all signed parts. */
function signedBits(
  one: Signed,
  parts = signedParts(one),
): { readonly count: number; readonly flipped: (bit: number) => Signed } {
  return {
    count: parts.reduce((sum, { length }) => sum + length * 8, 0),
    flipped(bit) {
      let left = bit;
      for (const { of, from, length } of parts) {
        if (left < length * 8) {
          const bent = one[of].slice();
          const at = from + (left >> 3);
          bent[at] = (bent[at] as number) ^ (1 << (left & 7));
          return { ...one, [of]: bent };
        }
        left -= length * 8;
      }
      throw new Error('no such bit');
    },
  };
}

const anyContent = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ minLength: 60_000, maxLength: 65_536, size: 'max' }),
  )
  .map((bytes) => new Uint8Array(bytes));

describe('whatever we sign', () => {
  it('OpenSSL verifies and gives back; with any bit flipped both refuse it', async () => {
    const kind = fc.nat(KINDS - 1);
    await fc.assert(
      fc.asyncProperty(
        kind,
        anyContent,
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        async (k, content, detached, byKeyId, n) => {
          const one = await signed(k, content, detached, byKeyId);
          expect(opensslVerify(one)).toEqual(content);
          expect(await ourVerify(one)).toMatchObject({ valid: true, fault: null });
          const bits = signedBits(one);
          const bent = bits.flipped(n % bits.count);
          expect(() => opensslVerify(bent)).toThrow(/openssl cms .* failed/);
          expect((await ourVerify(bent)).valid).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each(Array.from({ length: KINDS }, (_, n) => n))(
    'OpenSSL verifies in all four forms (kind of key %d)',
    async (kind) => {
      for (const detached of [false, true]) {
        for (const byKeyId of [false, true]) {
          const one = await signed(kind, new Uint8Array(0), detached, byKeyId);
          expect(opensslVerify(one)).toEqual(new Uint8Array(0));
          expect((await ourVerify(one)).valid).toBe(true);
        }
      }
    },
  );

  it.each([0, 2, 5])(
    'is invalid for us with any single bit of it flipped (kind of key %d)',
    async (kind) => {
      const content = new TextEncoder().encode('26X100208');
      for (const detached of [false, true]) {
        const one = await signed(kind, content, detached, false);
        const parts = signedParts(one);
        // A signature stands by itself in either form: its bits are tried in the first.
        const tried = detached ? parts.filter((_, n) => n !== SIGNATURE) : parts;
        const { count, flipped } = signedBits(one, tried);
        const accepted: number[] = [];
        for (let bit = 0; bit < count; bit++) if ((await ourVerify(flipped(bit))).valid) accepted.push(bit);
        expect(accepted).toEqual([]);
        expect((await ourVerify(one)).valid).toBe(true);
      }
    },
    120_000,
  );

  it('says the same or is invalid with any single bit of its envelope flipped', async () => {
    const { message, content, detached } = await signed(
      5,
      new TextEncoder().encode('26X100208'),
      false,
      false,
    );
    const { certificate } = signers[5] as Signer;
    const spans = [certificate, ...chain].map(
      ({ der }) => [Buffer.from(message).indexOf(der), der.length] as const,
    );
    let refused = 0;
    for (let at = 0; at < message.length; at++) {
      // The chain's certificates are judged by validatePath.
      if (spans.some(([from, length]) => at >= from && at < from + length)) continue;
      for (let bit = 0; bit < 8; bit++) {
        const bent = message.with(at, (message[at] as number) ^ (1 << bit));
        const verdict = await ourVerify({ message: bent, content, detached });
        if (verdict.valid) expect(verdict).toMatchObject({ content, signer: { sha256: certificate.sha256 } });
        else refused++;
      }
    }
    expect(refused).toBeGreaterThan(2_500);
  }, 60_000);
});
