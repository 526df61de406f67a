import type { Directory } from '@/lib/archive';
import { CountersignError, type Clock, type ErrorCode } from '@/lib/base';
import { crlSignedBy, validatePath, type Certificate, type ParsedCrl } from '@/lib/pki';
import { certificateOf, chainOf, rootsOf } from '../stored-certificates';

export interface SignerInput {
  readonly directory: Pick<Directory, 'roots' | 'certificates'>;
  /** Certificates that aren't in the directory yet, such as those of a file that is being imported. */
  readonly more: readonly Certificate[];
  readonly clock: Clock;
}

/** A CA that has ended still signs for what it issued, and its last list still names what was revoked. */
const OF_TIME: readonly ErrorCode[] = ['certificate/expired', 'certificate/not-yet-valid'];

/**
 * Answers when a CA that leads to a trusted root signed the list. Lists come over plain HTTP: one that anybody could have
 * written must not take a place, since its high number would keep the CA's own lists out. Throws `crl/issuer-unknown`,
 * `crl/signature-invalid`.
 */
export async function requireSigner(crl: ParsedCrl, { directory, more, clock }: SignerInput): Promise<void> {
  const roots = rootsOf(directory);
  const others = directory.certificates.flatMap((known) => [certificateOf(known), ...chainOf(known)]);
  const candidates = unique([...roots, ...others, ...more]);
  for (const candidate of candidates) {
    if (!(await crlSignedBy(crl, candidate))) continue;
    const { path, findings } = await validatePath({
      leaf: candidate,
      candidates,
      roots,
      crls: [],
      at: clock.now(),
      leafUse: 'any',
    });
    const holds = findings.every(({ severity, code }) => severity !== 'blocks' || OF_TIME.includes(code));
    if (path.length > 0 && holds) return;
  }
  const isKnown = candidates.some(({ subject }) => subject === crl.issuer.text);
  if (isKnown) throw new CountersignError('crl/signature-invalid');
  throw new CountersignError('crl/issuer-unknown', { issuer: issuerName(crl) });
}

const COMMON_NAME = '2.5.4.3';

/** How people know the CA: its common name, or all of its name where it has none. */
export function issuerName({ issuer }: Pick<ParsedCrl, 'issuer'>): string {
  return issuer.attributes.findLast(({ oid }) => oid === COMMON_NAME)?.value ?? issuer.text;
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(certificates.map((one) => [one.sha256, one])).values()];
}
