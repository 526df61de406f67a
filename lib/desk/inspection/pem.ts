import { toBase64, utf8 } from '@/lib/base';

/** DER in the form that every tool reads. `said` stands above it, as RFC 7468 lets it. */
export function pem(
  label: 'CERTIFICATE' | 'X509 CRL',
  der: Uint8Array,
  said: string,
): Uint8Array<ArrayBuffer> {
  const lines = toBase64(der).replace(/.{64}(?=.)/g, '$&\n');
  return utf8(
    `${said.replace(/[^\x20-\x7e]/g, '?')}\n-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`,
  );
}
