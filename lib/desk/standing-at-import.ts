import type { Directory, KnownCertificate } from '@/lib/archive';
import { CountersignError, finding, legalDay, type Finding } from '@/lib/base';
import { kindFindings, type Certificate } from '@/lib/pki';
import type { CrlStore } from './lists/crl-store';
import { judgeCertificate } from './lists/judge-certificate';
import type { DeskPorts } from './ports';

/** A certificate that could never sign an order is refused when it is brought in, not when the order is urgent. */
export function requireUsable(certificate: Certificate, now: number, zone: string): void {
  const [unfit] = kindFindings(certificate);
  if (unfit) throw new CountersignError(unfit.code, unfit.params);
  if (certificate.notAfter < now)
    throw new CountersignError('certificate/expired', {
      subject: certificate.commonName,
      date: legalDay(certificate.notAfter, zone),
    });
}

/**
 * What path and status say of a certificate that is brought in. Revoked, or on a chain that doesn't hold, it is refused
 * now; an unknown status warns, and so does a root that isn't chosen yet, since set-up may come in any order.
 */
export async function standingAtImport(
  context: { readonly ports: DeskPorts; readonly directory: Directory; readonly crls: CrlStore },
  known: KnownCertificate,
): Promise<readonly Finding[]> {
  if (context.directory.roots.length === 0) return [finding('warns', 'certificate/no-trusted-root')];
  const { findings } = await judgeCertificate({ ...context, mayFetch: true }, known);
  const block = findings.find(({ severity }) => severity === 'blocks');
  if (block) throw new CountersignError(block.code, block.params);
  return findings;
}
