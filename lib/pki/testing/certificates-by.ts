import type { Certificate } from '../types';
import { makeCertificate, type TestCertificate } from './make-certificate';

/** Makes certificates whose keys, their own and their issuer's, are named by numbers. */
export function certificatesBy(key: (n: number) => CryptoKeyPair) {
  return (
    subject: string,
    own: number,
    issuer: string,
    by: number,
    more: Partial<TestCertificate> = {},
  ): Promise<Certificate> => makeCertificate({ subject, issuer, key: key(own), issuerKey: key(by), ...more });
}
