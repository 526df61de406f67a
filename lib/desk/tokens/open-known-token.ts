import { CountersignError } from '@/lib/base';
import { openToken, type TokenOpener } from '@/lib/signing';
import type { DeskPorts } from '../ports';
import { certificateOf } from '../stored-certificates';

/**
 * Logs in to the token of a certificate, by what the directory knows of it: neither driver nor token is the window's to
 * choose. Throws `token/certificate-missing` for a certificate that isn't a token's, and as `openToken`.
 */
export function openKnownToken(ports: Pick<DeskPorts, 'archive' | 'nativeHost'>): TokenOpener {
  return async (sha256, pin, signal) => {
    const { certificates } = await ports.archive.directory();
    const known = certificates.find((certificate) => certificate.sha256 === sha256);
    if (!known?.token) throw new CountersignError('token/certificate-missing');
    return openToken(ports.nativeHost, known.token, certificateOf(known), pin, signal);
  };
}
