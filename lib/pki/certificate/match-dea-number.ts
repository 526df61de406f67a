import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '@/lib/base';
import { hex } from '../der/values';
import { oids } from '../oids';
import type { Certificate, Match } from '../types';
import { x509Of } from './x509';

/**
 * Whether the certificate was issued for a DEA number: its extension holds a hash over that number and the subject's
 * serialNumber attribute (2.5.4.5). Which of the two comes first is unconfirmed (csos.md 3), so both orders are tried.
 */
export function matchDeaNumber(certificate: Certificate, deaNumber: string): Match {
  const expected = certificate.dea?.deaNumberHash ?? null;
  const serials = x509Of(certificate).subject.attributes.filter(
    ({ oid }) => oid === oids.subjectSerialNumber,
  );
  if (expected === null || serials.length === 0) return 'undecidable';
  const digest = expected.length === 40 ? sha1 : sha256;
  return serials.some(({ value }) =>
    [deaNumber + value, value + deaNumber].some((text) => hex(digest(utf8(text))) === expected),
  )
    ? 'match'
    : 'no-match';
}
