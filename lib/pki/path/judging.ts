import { finding, type ErrorCode, type Finding, type Params } from '@/lib/base';
import { x509Of } from '../certificate/x509';
import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import type { Certificate } from '../types';
import { nameOf, type PathInput } from './path-input';

const RULE = '21 CFR 1311.55(c)';

/** One path while it is judged from the trust anchor down (RFC 5280 6.1), and what was found against it. */
export class Judging {
  /** Trust anchor first, end entity last. */
  readonly down: readonly Certificate[];
  readonly #findings = new Map<string, Finding>();

  constructor(
    path: readonly Certificate[],
    readonly input: PathInput,
  ) {
    this.down = [...path].reverse();
  }

  get anchor(): Certificate {
    return this.down[0] as Certificate;
  }

  get leaf(): Certificate {
    return this.down.at(-1) as Certificate;
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  /** Notes a reason against one certificate; the same one is noted once. */
  object(certificate: Certificate, code: ErrorCode, params: Params = {}): void {
    const all = { subject: nameOf(certificate), ...params };
    const key = JSON.stringify([certificate.sha256, code, params]);
    this.#findings.set(key, finding('blocks', code, { params: all, rule: RULE }));
  }

  /** Reads an extension; null where it is absent, and where it is malformed, which refuses the path. */
  read<T>(certificate: Certificate, oid: string, parse: (value: Bytes) => T): T | null {
    const extension = x509Of(certificate).extensions.get(oid);
    if (!extension) return null;
    try {
      return parse(extension.value);
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      this.object(certificate, 'certificate/malformed', { detail: error.message });
      return null;
    }
  }
}

/** RFC 5280 6.1: subject and issuer are one name, as where a CA changes its key. */
export function isSelfIssued(certificate: Certificate): boolean {
  const { issuer, subject } = x509Of(certificate);
  return issuer.key === subject.key;
}
