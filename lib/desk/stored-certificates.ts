import type { Directory, KnownCertificate } from '@/lib/archive';
import { fromBase64 } from '@/lib/base';
import { parseCertificate, type Certificate } from '@/lib/pki';

export function certificateOf(known: Pick<KnownCertificate, 'der'>): Certificate {
  return parseCertificate(fromBase64(known.der));
}

export function chainOf(known: KnownCertificate): Certificate[] {
  return known.chain.map((der) => parseCertificate(fromBase64(der)));
}

export function rootsOf(directory: Pick<Directory, 'roots'>): Certificate[] {
  return directory.roots.map(({ der }) => parseCertificate(fromBase64(der)));
}
