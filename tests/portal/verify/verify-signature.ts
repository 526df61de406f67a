import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrlStore } from './crl-store';
import { openssl } from './openssl';

export interface SignatureVerdict {
  readonly reasons: readonly string[];
  /** The signed bytes as text; present whenever the file holds content, be it trustworthy or not. */
  readonly content: string | null;
  readonly signerPem: string | null;
  readonly signingTime: number | null;
}

/** OpenSSL's words, and what we tell the customer. The first that occurs decides. */
const CHAIN_REASONS: readonly (readonly [RegExp, string])[] = [
  [/certificate revoked/, 'The signer’s certificate is revoked.'],
  [/certificate has expired/, 'The signer’s certificate is expired.'],
  [/certificate is not yet valid/, 'The signer’s certificate is not valid yet.'],
  [/CRL has expired/, 'The revocation list of the signer’s certification authority has ended.'],
  [
    /unable to get certificate CRL/,
    'The revocation list of the signer’s certification authority could not be obtained.',
  ],
  [
    /self.signed certificate|unable to get (local )?issuer/,
    'The signer’s certificate does not lead to the root that we trust.',
  ],
];

const SIGNATURE_REASONS: readonly (readonly [RegExp, string])[] = [
  [/content verify error|messagedigest/i, 'The order was changed after it was signed.'],
  [/signature|verification failure/i, 'The signature does not fit the order and the certificate.'],
];

function explain(said: string, table: readonly (readonly [RegExp, string])[], otherwise: string): string {
  return table.find(([pattern]) => pattern.test(said))?.[1] ?? otherwise;
}

/** Addresses of the revocation lists that the certificates in a PEM file name. */
async function crlUrls(dir: string, pems: readonly string[]): Promise<readonly string[]> {
  const urls = new Set<string>();
  for (const pem of pems) {
    await writeFile(join(dir, 'one.pem'), pem);
    const { out } = await openssl(['x509', '-in', 'one.pem', '-noout', '-ext', 'crlDistributionPoints'], dir);
    for (const [, url] of out.matchAll(/URI:(https?:\S+)/g)) urls.add(url as string);
  }
  return [...urls];
}

function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----\n?/g) ?? [];
}

/** Null where OpenSSL refused to write it. */
async function read(dir: string, name: string): Promise<string | null> {
  const path = join(dir, name);
  return existsSync(path) ? readFile(path, 'utf8') : null;
}

/** Judges `order.p7m` in `dir`: one signature, whole content, a path to `rootPem`, and no revocation along it. */
export async function verifySignature(
  dir: string,
  rootPem: string,
  crls: CrlStore,
  now: number,
): Promise<SignatureVerdict> {
  const cms = ['cms', '-verify', '-inform', 'DER', '-in', 'order.p7m', '-binary'];
  // Content first, unchecked, so that a refusal can name the order that it refuses.
  await openssl(
    [...cms, '-noverify', '-nosigs', '-no_attr_verify', '-out', 'content', '-certsout', 'certs.pem'],
    dir,
  );
  const content = await read(dir, 'content');
  const printed = await openssl(
    ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'order.p7m'],
    dir,
  );
  const signerInfo = printed.out.slice(printed.out.lastIndexOf('signerInfos:'));
  const time = Date.parse(/signingTime[^]*?(?:UTCTIME|GENERALIZEDTIME):(.+ GMT)/.exec(signerInfo)?.[1] ?? '');
  const signingTime = Number.isNaN(time) ? null : time;
  const stop = (reason: string): SignatureVerdict => ({
    reasons: [reason],
    content,
    signerPem: null,
    signingTime,
  });
  if (!printed.ok || content === null)
    return stop('What was delivered is not a signed order (CMS SignedData).');

  const signature = await openssl([...cms, '-noverify', '-out', 'verified', '-signer', 'signer.pem'], dir);
  if (!signature.ok)
    return stop(explain(signature.err, SIGNATURE_REASONS, 'The signature can not be verified.'));
  const signers = certificatesIn((await read(dir, 'signer.pem')) ?? '');
  const [signerPem] = signers;
  if (!signerPem || signers.length !== 1) return stop('The order does not carry exactly one signature.');
  if (!/digestAlgorithm:\s+algorithm: sha(256|384|512)/.test(signerInfo)) {
    return stop('The signature does not use SHA-2.');
  }

  const lists: string[] = [];
  const certs = certificatesIn((await read(dir, 'certs.pem')) ?? '');
  for (const url of await crlUrls(
    dir,
    certs.filter((pem) => pem.trim() !== rootPem.trim()),
  )) {
    const pem = await crls.get(url, dir, now);
    if (pem) lists.push(pem);
  }
  await writeFile(join(dir, 'trust.pem'), [rootPem, ...lists].join('\n'));
  const chain = await openssl(
    [
      ...cms,
      '-CAfile',
      'trust.pem',
      '-no-CApath',
      '-no-CAstore',
      '-crl_check_all',
      '-purpose',
      'any',
      '-attime',
      String(Math.floor(now / 1000)),
      '-out',
      'verified',
    ],
    dir,
  );
  const reasons = chain.ok
    ? []
    : [explain(chain.err, CHAIN_REASONS, 'The signer’s certificate can not be verified.')];
  return { reasons, content, signerPem, signingTime };
}
