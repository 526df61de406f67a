import { CountersignError } from '@/lib/base';
import type { Bytes } from '../der/reader';
import type { Certificate } from '../types';
import { knownCertificate } from './known-certificates';

/** The certificates that a message brings along. */
export interface CertificateBag {
  readonly certificates: readonly Certificate[];
  /** Why the first of those that can't be read can't be; null where all can. */
  readonly unreadable: CountersignError | null;
}

/** Reads them all. One that can't be read only matters where it is missed: it names no signer and no issuer. */
export function readCertificates(ders: readonly Bytes[]): CertificateBag {
  const certificates: Certificate[] = [];
  let unreadable: CountersignError | null = null;
  for (const der of ders) {
    try {
      certificates.push(knownCertificate(der));
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      unreadable ??= error;
    }
  }
  return { certificates, unreadable };
}
