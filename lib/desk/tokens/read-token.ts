import { CountersignError, fromBase64 } from '@/lib/base';
import type { HostToken } from '@/lib/host';
import { parseCertificate, type Certificate } from '@/lib/pki';

/**
 * The certificates of a token. What can't be read as one is left out: tokens carry all sorts of things, and one that
 * another program wrote must not hide the others.
 */
export function readToken({ certificates }: HostToken): Certificate[] {
  return certificates.flatMap(({ der }) => {
    try {
      return [parseCertificate(fromBase64(der))];
    } catch (error) {
      if (error instanceof CountersignError || error instanceof DOMException) return [];
      throw error;
    }
  });
}
