import type { Bytes } from '../der/reader';
import { equalBytes } from '../der/values';
import type { Certificate } from '../types';

/** Pharmacy, CAs and suppliers of one desk; the oldest leaves for a new one. */
const KEPT = 32;

/** Certificates read lately: each order brings the same path along, and reading it costs more than its signature. */
export class RecentCertificates {
  private readonly kept: { readonly octets: Bytes; readonly certificate: Certificate }[] = [];

  /** Only the very same octets are the same certificate, and only while nobody changed the object's own. */
  find(der: Uint8Array): Certificate | null {
    const at = this.kept.findIndex(
      ({ octets, certificate }) => equalBytes(octets, der) && equalBytes(certificate.der, der),
    );
    const [found] = at < 0 ? [] : this.kept.splice(at, 1);
    if (!found) return null;
    this.kept.unshift(found);
    return found.certificate;
  }

  add(certificate: Certificate): void {
    this.kept.unshift({ octets: new Uint8Array(certificate.der), certificate });
    if (this.kept.length > KEPT) this.kept.pop();
  }
}
