import { CountersignError } from '@/lib/base';
import { parseCertificate, parseCrl, parsePemOrDer, type Certificate, type ParsedCrl } from '@/lib/pki';
import { say } from '@/lib/words/verifier';
import type { Trust } from './types';
import { VerifierError } from './verifier-error';

interface TrustContents {
  readonly roots: readonly Certificate[];
  readonly authorities: readonly Certificate[];
  readonly crls: readonly ParsedCrl[];
}

/** A file and how it is called where it can't be used. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const contents = new WeakMap<Trust, TrustContents>();

/** Reads certificates and lists once, for any number of orders. Throws `VerifierError` on a file that isn't one. */
export function trustIn(files: {
  readonly roots: readonly NamedFile[];
  readonly authorities: readonly NamedFile[];
  readonly crls: readonly NamedFile[];
}): Trust {
  const roots = files.roots.flatMap(readCertificates);
  if (roots.length === 0) throw new VerifierError(say('verify.error.no-root'));
  const trust: Trust = { roots: roots.map(({ sha256 }) => sha256) };
  contents.set(trust, {
    roots,
    authorities: files.authorities.flatMap(readCertificates),
    crls: files.crls.flatMap(readCrls),
  });
  return trust;
}

/** What stands behind a trust that `readTrust` answered. */
export function contentsOf(trust: Trust): TrustContents {
  const found = contents.get(trust);
  if (!found) throw new VerifierError(say('verify.error.no-root'));
  return found;
}

function readCertificates({ name, bytes }: NamedFile): Certificate[] {
  const sentence = say('verify.error.certificate', { file: name });
  return readAll(() => parsePemOrDer(bytes).map(parseCertificate), sentence);
}

function readCrls({ name, bytes }: NamedFile): ParsedCrl[] {
  return readAll(() => parsePemOrDer(bytes).map(parseCrl), say('verify.error.crl', { file: name }));
}

function readAll<T>(read: () => T, sentence: string): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CountersignError) throw new VerifierError(sentence, { cause: error });
    throw error;
  }
}
