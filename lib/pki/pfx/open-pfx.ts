import { CountersignError } from '@/lib/base';
import { parseCertificate } from '../certificate/parse-certificate';
import { keyAlgorithm } from '../certificate/key-algorithm';
import { keyBits } from '../certificate/key-bits';
import { x509Of } from '../certificate/x509';
import type { Certificate, OpenedPfx } from '../types';
import { keyMatches } from './key-matches';
import type { PfxContents } from './read-bags';
import { readPfx, type PfxOptions } from './read-pfx';

const MIN_RSA_BITS = 2048;

interface Pair {
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  readonly certificate: Certificate;
}

/**
 * Opens a PKCS #12 file and picks the one key that signs orders with its certificate. Throws what `readPfx` throws, and
 * `pfx/no-key`, `no-certificate`, `key-mismatch`, `ca-key`, `weak-key`, `several-keys`. The caller overwrites `pkcs8`.
 */
export async function openPfx(
  bytes: Uint8Array,
  password: string,
  options: PfxOptions = {},
): Promise<OpenedPfx> {
  const contents = await readPfx(bytes, password, options);
  let kept: Uint8Array | null = null;
  try {
    const certificates = unique(contents.certificates.map(({ der }) => parseCertificate(der)));
    const pair = choose(await pairsOf(contents, certificates), contents, certificates);
    kept = pair.pkcs8;
    const chain = certificates.filter(({ sha256 }) => sha256 !== pair.certificate.sha256);
    return { ...pair, chain };
  } finally {
    for (const { pkcs8 } of contents.keys) if (pkcs8 !== kept) pkcs8.fill(0);
  }
}

function choose(
  pairs: readonly Pair[],
  { keys, unread }: PfxContents,
  certificates: readonly Certificate[],
): Pair {
  const [algorithm] = unread;
  if (keys.length === 0 && algorithm !== undefined)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm });
  if (keys.length === 0) throw new CountersignError('pfx/no-key');
  if (certificates.length === 0) throw new CountersignError('pfx/no-certificate');
  if (pairs.length === 0) throw new CountersignError('pfx/key-mismatch');
  const signers = pairs.filter(({ certificate }) => !certificate.isCa);
  if (signers.length === 0) throw new CountersignError('pfx/ca-key');
  // Beside keys for other purposes, the one whose certificate names a DEA registration is meant.
  const named = signers.filter(({ certificate }) => certificate.dea !== null);
  const fitting = named.length > 0 ? named : signers;
  const [pair] = fitting;
  if (pair === undefined || fitting.length > 1)
    throw new CountersignError('pfx/several-keys', { count: fitting.length });
  const { name } = keyAlgorithm(pair.certificate);
  if (name !== 'RSASSA-PKCS1-v1_5') {
    // Orders are signed with RSA and SHA-256 (csos.md 4).
    const subject = pair.certificate.commonName;
    throw new CountersignError('certificate/unsupported-algorithm', { subject, algorithm: name });
  }
  const bits = keyBits(pair.certificate);
  if (bits < MIN_RSA_BITS) throw new CountersignError('pfx/weak-key', { bits });
  return pair;
}

/** Keys with their certificates: by localKeyID where that fits, else by the public key; what doesn't fit is no pair. */
async function pairsOf(
  { keys, certificates: bags }: PfxContents,
  certificates: readonly Certificate[],
): Promise<Pair[]> {
  const idOf = new Map(bags.map(({ der, localKeyId }) => [parseCertificate(der).sha256, localKeyId]));
  const pairs: Pair[] = [];
  const taken = new Set<string>();
  for (const { pkcs8, localKeyId } of keys) {
    const likeliest = [...certificates].sort(
      (a, b) => Number(idOf.get(b.sha256) === localKeyId) - Number(idOf.get(a.sha256) === localKeyId),
    );
    for (const certificate of likeliest) {
      if (!(await keyMatches(pkcs8, x509Of(certificate).spki))) continue;
      if (!taken.has(certificate.sha256)) pairs.push({ pkcs8, certificate });
      taken.add(certificate.sha256);
      break;
    }
  }
  return pairs;
}

function unique(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.sha256, certificate])).values()];
}
