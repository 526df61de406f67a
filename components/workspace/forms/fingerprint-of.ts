import { fromBase64, sha256Hex } from '@/lib/base';

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/;

/** SHA-256 of the certificate in a DER or PEM file, as CAs publish it: `3F1A 09C2 …`. It is compared before it is trusted. */
export function fingerprintOf(file: Uint8Array<ArrayBuffer>): string {
  const pem = PEM.exec(new TextDecoder('latin1').decode(file));
  const der = pem?.[1] === undefined ? file : fromBase64(pem[1].replace(/\s/g, ''));
  return groupFingerprint(sha256Hex(der));
}

export function groupFingerprint(hex: string): string {
  return (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
