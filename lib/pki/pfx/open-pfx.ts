import { CountersignError, limits } from '@/lib/base';
import { keyBits } from '../certificate/key-bits';
import { x509Of } from '../certificate/x509';
import { reading } from '../der/der-error';
import { readPublicKey } from '../signature/public-key';
import type { Certificate, OpenedPfx } from '../types';
import { issuersAmong } from './issuers-among';
import type { PfxContents } from './open-parts';
import { pairsOf, certificatesIn, type Pair } from './pairs-of';
import { readPfx, type PfxOptions } from './read-pfx';
import { SeveralKeysError } from './several-keys-error';
import { signsFor } from './signs-for';

export interface OpenPfxOptions extends PfxOptions {
  /** Whose key is meant where several would sign: SHA-256 of the certificate, lower-case hex. */
  readonly certificate?: string;
}

/**
 * Opens a PKCS #12 file and picks the one key that signs orders with its certificate. Throws what `readPfx` throws, and
 * `pfx/no-key`, `no-certificate`, `key-mismatch`, `ca-key`, `weak-key`, and `several-keys` as SeveralKeysError. RSA of
 * 2,048 bits and more, and ECDSA on P-256, P-384 and P-521. The caller overwrites `pkcs8`.
 */
export async function openPfx(
  bytes: Uint8Array,
  password: string,
  options: OpenPfxOptions = {},
): Promise<OpenedPfx> {
  const contents = await readPfx(bytes, password, options);
  let pairs: readonly Pair[] = [];
  let kept: Pair | null = null;
  try {
    requireBoth(contents);
    const certificates = certificatesIn(contents);
    pairs = await pairsOf(contents, certificates);
    const pair = choose(pairs, certificates, options.certificate);
    await requireSigning(pair);
    kept = pair;
    return { ...pair, chain: issuersAmong(certificates, pair.certificate) };
  } finally {
    for (const { pkcs8 } of contents.keys) pkcs8.fill(0);
    for (const pair of pairs) if (pair !== kept) pair.pkcs8.fill(0);
  }
}

function requireBoth({ keys, certificates, unread }: PfxContents): void {
  const [algorithm] = unread;
  if (keys.length === 0 && algorithm !== undefined)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm });
  if (keys.length === 0) throw new CountersignError('pfx/no-key');
  if (certificates.length === 0) throw new CountersignError('pfx/no-certificate');
}

function choose(
  pairs: readonly Pair[],
  certificates: readonly Certificate[],
  wanted: string | undefined,
): Pair {
  if (pairs.length === 0) throw noPair(certificates);
  const signers = pairs.filter(({ certificate }) => !certificate.isCa);
  if (signers.length === 0) throw new CountersignError('pfx/ca-key');
  const chosen = signers.find(({ certificate }) => certificate.sha256 === wanted);
  if (chosen) return chosen;
  // Beside keys for other purposes, the one whose certificate names a DEA registration is meant.
  const named = signers.filter(({ certificate }) => certificate.dea !== null);
  const fitting = named.length > 0 ? named : signers;
  const [pair] = fitting;
  if (pair === undefined || fitting.length > 1)
    throw new SeveralKeysError(fitting.map(({ certificate }) => certificate));
  return pair;
}

/** Why no key fits: its certificate may be of a kind that isn't read here, which is another thing than a wrong one. */
function noPair(certificates: readonly Certificate[]): CountersignError {
  for (const certificate of certificates.filter(({ isCa }) => !isCa)) {
    const key = reading('certificate/malformed', () => readPublicKey(x509Of(certificate).spki));
    if (key.kind !== 'other') continue;
    const { commonName: subject } = certificate;
    return new CountersignError('certificate/unsupported-algorithm', { subject, algorithm: key.name });
  }
  return new CountersignError('pfx/key-mismatch');
}

/** A key that is too short, or whose secret part doesn't go with its public one, is refused now and not at an order. */
async function requireSigning({ certificate, pkcs8 }: Pair): Promise<void> {
  const key = reading('certificate/malformed', () => readPublicKey(x509Of(certificate).spki));
  if (key.kind !== 'rsa') return;
  const bits = keyBits(certificate);
  if (bits < limits.rsaMinBits) throw new CountersignError('pfx/weak-key', { bits });
  if (!(await signsFor(pkcs8, key.spki, { name: 'RSASSA-PKCS1-v1_5' })))
    throw new CountersignError('pfx/key-mismatch');
}
