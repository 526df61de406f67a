import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HashName, Scheme } from '../../lib/pki/signature/scheme';
import { verifySignature } from '../../lib/pki/signature/verify-signature';
import { sampleData } from './sample-data';

const data = sampleData('crypto/wycheproof');

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
}

interface Group {
  readonly sha: string;
  readonly mgfSha?: string;
  readonly sLen?: number;
  readonly publicKeyDer?: string;
  readonly publicKeyAsn?: string;
  readonly privateKeyPkcs8?: string;
  readonly tests: readonly Vector[];
}

const FILES = [
  'ecdsa_secp256r1_sha256_test.json',
  'ecdsa_secp384r1_sha384_test.json',
  'ecdsa_secp521r1_sha512_test.json',
  'rsa_signature_2048_sha256_test.json',
  'rsa_signature_3072_sha256_test.json',
  'rsa_signature_4096_sha256_test.json',
  'rsa_pss_2048_sha256_mgf1_32_test.json',
  'rsa_pkcs1_2048_sig_gen_test.json',
];

/**
 * What policy refuses though it is mathematically right, by flag or hash. MissingNull: a DigestInfo without its NULL is
 * another encoding than the one that RFC 8017 9.2 has a verifier build.
 */
const BY_POLICY = /MissingNull|WeakHash|SHA-1\b|SHA-224|SHA-512\/|SHA3/;

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const acceptedHash = (sha: string): HashName | null =>
  sha === 'SHA-256' || sha === 'SHA-384' || sha === 'SHA-512' ? sha : null;

function schemeOf(file: string, { sha, mgfSha, sLen }: Group): Scheme {
  const hash = acceptedHash(sha);
  if (hash === null || (mgfSha !== undefined && mgfSha !== sha)) return { kind: 'refused', name: sha };
  if (file.startsWith('ecdsa')) return { kind: 'ecdsa', hash, history: false };
  if (sLen !== undefined) return { kind: 'pss', hash, saltLength: sLen, history: false };
  return { kind: 'rsa', hash, history: false };
}

/** SubjectPublicKeyInfo of a group; the generation vectors give a private key, whose public half is taken. */
async function spkiOf({ publicKeyDer, publicKeyAsn, privateKeyPkcs8 = '' }: Group) {
  if (publicKeyDer !== undefined) return octets(publicKeyDer);
  if (publicKeyAsn !== undefined) {
    const head = octets('30820000300d06092a864886f70d01010105000382000000');
    const key = octets(publicKeyAsn);
    head.set([(key.length + 20) >> 8, (key.length + 20) & 0xff], 2);
    head.set([(key.length + 1) >> 8, (key.length + 1) & 0xff], 21);
    return new Uint8Array([...head, ...key]);
  }
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', octets(privateKeyPkcs8), algorithm, true, ['sign']);
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', key);
  const half = await crypto.subtle.importKey('jwk', { kty: 'RSA', n, e }, algorithm, true, ['verify']);
  return new Uint8Array(await crypto.subtle.exportKey('spki', half));
}

describe.skipIf(data === null)(
  'attacks.md 48: Wycheproof’s signatures (skipped where they are not there)',
  () => {
    it.each(FILES)('%s: no wrong accept, no refusal but by policy', async (file) => {
      const { testGroups } = JSON.parse(readFileSync(join(data ?? '', file), 'utf8')) as {
        testGroups: readonly Group[];
      };
      const wrong: string[] = [];
      let accepted = 0;
      for (const group of testGroups) {
        const [scheme, spki] = [schemeOf(file, group), await spkiOf(group)];
        for (const { tcId, comment, msg, sig, result, flags } of group.tests) {
          const { kind } = await verifySignature(scheme, spki, octets(msg), octets(sig));
          if (kind === 'good') accepted++;
          const byPolicy = BY_POLICY.test([...flags, group.sha].join());
          if (result === 'invalid' ? kind === 'good' : kind !== 'good' && !byPolicy)
            wrong.push(`${tcId} ${result} ${kind} ${comment} ${group.sha} ${flags.join()}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(accepted).toBeGreaterThan(6);
    });
  },
);
