import type { Certificate } from '@/lib/pki';
import type { Bytes } from '@/lib/pki/der/reader';

/** A path whose every CA has a list, in DER. */
export interface Chain {
  readonly leaf: Certificate;
  readonly sub: Certificate;
  readonly root: Certificate;
  readonly crls: readonly Bytes[];
}
