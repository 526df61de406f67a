import { createHash, X509Certificate } from 'node:crypto';
import { derElements, derWalk, oidBytes } from './der';

const DEA_NUMBER_HASH = oidBytes('2.16.840.1.101.3.5.3');
const SCHEDULES = oidBytes('2.16.840.1.101.3.5.4');
const SCHEDULE_BITS = [
  [0x80, '1'],
  [0x40, '2'],
  [0x20, '2N'],
  [0x10, '3'],
  [0x08, '3N'],
  [0x04, '4'],
  [0x02, '5'],
] as const;

const OBJECT_IDENTIFIER = 6;
const OCTET_STRING = 4;
const BIT_STRING = 3;

/** The innermost value of an extension, without its wrappers; null where the certificate hasn't got it. */
function extension(certificate: X509Certificate, oid: Buffer): Buffer | null {
  const all = derWalk(certificate.raw);
  const at = all.findIndex(({ tag, content }) => tag === OBJECT_IDENTIFIER && content.equals(oid));
  const wrapper = at < 0 ? undefined : all.slice(at + 1, at + 3).find(({ tag }) => tag === OCTET_STRING);
  const value = wrapper && derElements(wrapper.content)[0];
  if (!value) return null;
  // The first octet of a BIT STRING counts the unused bits.
  return value.tag === BIT_STRING ? value.content.subarray(1) : value.content;
}

export interface DeaCertificate {
  /** Null where the certificate names no schedules. */
  readonly schedules: readonly string[] | null;
  /** False where the certificate names another registration, or none. */
  covers(deaNumber: string): boolean;
}

/** What a subscriber certificate says of its registration (csos.md 3): schedules, and a hash over the DEA number. */
export function readDeaCertificate(pem: string): DeaCertificate {
  const certificate = new X509Certificate(pem);
  const hash = extension(certificate, DEA_NUMBER_HASH);
  const bits = extension(certificate, SCHEDULES)?.[0];
  const serial = /^serialNumber=(.+)$/m.exec(certificate.subject)?.[1] ?? '';
  const algorithm = hash?.length === 20 ? 'sha1' : 'sha256';
  return {
    schedules:
      bits === undefined ? null : SCHEDULE_BITS.filter(([bit]) => bits & bit).map(([, schedule]) => schedule),
    covers: (deaNumber) =>
      hash !== null &&
      [deaNumber + serial, serial + deaNumber].some((text) =>
        createHash(algorithm).update(text, 'ascii').digest().equals(hash),
      ),
  };
}
