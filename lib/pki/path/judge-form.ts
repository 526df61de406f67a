import { keyUsageBits } from '../certificate/extensions';
import { readAltNames } from '../certificate/general-name';
import { x509Of } from '../certificate/x509';
import { oids } from '../oids';
import type { Certificate } from '../types';
import type { Judging } from './judging';

/** Critical extensions whose meaning is enforced here, or that restrict nothing which is judged. */
const ENFORCED: ReadonlySet<string> = new Set([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
  oids.policyMappings,
  oids.policyConstraints,
  oids.inhibitAnyPolicy,
  oids.nameConstraints,
  oids.crlDistributionPoints,
  oids.subjectAltName,
  oids.issuerAltName,
]);

const MAX_SERIAL_OCTETS = 20;

/**
 * Refuses unknown critical extensions (RFC 5280 6.1.4 o, 6.1.5 f) and what no conforming CA issues, since what contradicts
 * itself is read differently by different readers. A missing key identifier is never a reason. Negative serial numbers are
 * taken, as are CAs whose basicConstraints isn't critical: PKITS has valid paths with both, and a root was compared by people.
 */
export function judgeForm(judging: Judging): void {
  for (const certificate of judging.down) {
    for (const [oid, { critical }] of x509Of(certificate).extensions) {
      if (critical && !ENFORCED.has(oid))
        judging.object(certificate, 'certificate/unknown-extension', { oid });
    }
    judging.read(certificate, oids.subjectAltName, readAltNames);
    judging.read(certificate, oids.issuerAltName, readAltNames);
    for (const detail of contradictions(certificate, certificate === judging.anchor))
      judging.object(certificate, 'certificate/malformed', { detail });
  }
}

function contradictions(certificate: Certificate, isAnchor: boolean): string[] {
  const { issuer, subject, extensions, basicConstraints, keyUsage, serial, version } = x509Of(certificate);
  const isCa = basicConstraints?.ca ?? false;
  const isCritical = (oid: string) => extensions.get(oid)?.critical ?? false;
  const wrong: [boolean, string][] = [
    [issuer.rdns.length === 0, 'no issuer name'],
    [isCa && subject.rdns.length === 0, 'a CA without a name'],
    [subject.rdns.length === 0 && !isCritical(oids.subjectAltName), 'no subject name'],
    [!isCa && (basicConstraints?.pathLength ?? null) !== null, 'path length without a CA'],
    [
      !isCa && version === 3 && (keyUsage?.has(keyUsageBits.keyCertSign) ?? false),
      'keyCertSign without a CA',
    ],
    [!isCa && extensions.has(oids.nameConstraints), 'name constraints without a CA'],
    [
      extensions.has(oids.nameConstraints) && !isCritical(oids.nameConstraints),
      'name constraints that may be ignored',
    ],
    [!isAnchor && (serial === '00' || octetsOf(serial) > MAX_SERIAL_OCTETS), 'serial number out of range'],
  ];
  return wrong.filter(([is]) => is).map(([, detail]) => detail);
}

/** Octets of a serial number in hex. CAs that draw twenty at random need a zero before them every second time. */
function octetsOf(serial: string): number {
  return (serial.startsWith('00') ? serial.length - 2 : serial.length) / 2;
}
