import { sha256Hex } from '@/lib/base';
import { reading } from '../der/der-error';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { readDeaExtensions } from './dea-extensions';
import { visible } from './name';
import { readX509, rememberX509 } from './x509';

/** Reads one certificate from DER. Throws `certificate/malformed`; DEA's extensions never make it fail. */
export function parseCertificate(der: Uint8Array): Certificate {
  return reading('certificate/malformed', () => {
    // A copy, so that whoever holds the input can't change what was judged.
    const x509 = readX509(new Uint8Array(der));
    const commonNames = x509.subject.attributes.filter(({ oid }) => oid === oids.commonName);
    const certificate: Certificate = {
      der: x509.der,
      sha256: sha256Hex(x509.der),
      subject: x509.subject.text,
      issuer: x509.issuer.text,
      commonName: visible(commonNames.at(-1)?.value ?? ''),
      serial: x509.serial,
      notBefore: x509.notBefore,
      notAfter: x509.notAfter,
      isCa: x509.basicConstraints?.ca ?? false,
      policies: x509.policies,
      crlUrls: x509.distributionPoints.flatMap((point) => point.urls),
      dea: readDeaExtensions(x509.extensions),
    };
    rememberX509(certificate, x509);
    // Many callers share what was read once: none of them can change what the next one is told.
    for (const part of [certificate.policies, certificate.crlUrls, certificate.dea]) Object.freeze(part);
    return Object.freeze(certificate);
  });
}
