import type { Directory, KnownCertificate, ShelvedList } from '@/lib/archive';
import { finding, type Finding } from '@/lib/base';
import { validatePath, type PathVerdict } from '@/lib/pki';
import { certificateOf, chainOf, rootsOf } from '../stored-certificates';
import type { DeskPorts } from '../ports';
import type { CrlStore } from './crl-store';
import { formatListNumber } from './format-list-number';
import { isHold, revocationIn } from './revocation-in';
import { isCurrent } from './timeliness';
import type { CertificateStatus, ReliedList } from './views';

export interface Judged {
  readonly findings: readonly Finding[];
  readonly status: CertificateStatus;
}

interface JudgeInput {
  readonly ports: Pick<DeskPorts, 'archive' | 'clock'>;
  readonly directory: Directory;
  readonly crls: CrlStore;
  /** Without it, only what lies on the shelf is asked. */
  readonly mayFetch: boolean;
}

/**
 * A certificate's path and status now (21 CFR 1311.55(c)). The shelf is asked first; only where it leaves the status open
 * are lists fetched. Findings of a fetch count only while the status is still open: one mirror that is down is no news
 * where the other one answered.
 */
export async function judgeCertificate(
  { ports, directory, crls, mayFetch }: JudgeInput,
  known: KnownCertificate,
): Promise<Judged> {
  const leaf = certificateOf(known);
  const roots = rootsOf(directory);
  if (roots.length === 0) {
    const fault = finding('blocks', 'certificate/no-trusted-root');
    return { findings: [fault], status: { state: 'refused', fault } };
  }
  const at = ports.clock.now();
  const judge = async () => {
    const { crls: lists, findings } = await crls.shelved();
    const verdict = await validatePath({ leaf, candidates: chainOf(known), roots, crls: lists, at });
    return { verdict, unread: findings };
  };

  let { verdict, unread } = await judge();
  let ofFetch: readonly Finding[] = [];
  if (mayFetch && verdict.path.length > 0 && isOpen(verdict)) {
    ofFetch = await crls.fetchFor(verdict.path.slice(0, -1));
    ({ verdict, unread } = await judge());
  }
  const ofLists = verdict.statusChecked ? [] : [...unread, ...ofFetch];
  const findings = [...ofLists, ...verdict.findings, ...revokedBefore(known, leaf.commonName, verdict)];
  return { findings, status: await statusOf(findings, verdict, leaf.notAfter < at, { ports, at }) };
}

/** Whether lists from outside could change the answer: status unknown, or a hold that a newer list may lift. */
function isOpen({ findings, statusChecked }: PathVerdict): boolean {
  const revoked = revocationIn(findings);
  return revoked ? isHold(revoked) : !statusChecked;
}

/** Once a list named it, it stays revoked, also where no list can be had any more. */
function revokedBefore(
  { revokedOn }: KnownCertificate,
  subject: string,
  verdict: PathVerdict,
): readonly Finding[] {
  if (revokedOn === undefined || revocationIn(verdict.findings)) return [];
  return [
    finding('blocks', 'certificate/revoked', {
      params: { subject, date: revokedOn },
      rule: '21 CFR 1311.55(c)',
    }),
  ];
}

async function statusOf(
  findings: readonly Finding[],
  verdict: PathVerdict,
  isExpired: boolean,
  { ports, at }: { readonly ports: Pick<DeskPorts, 'archive'>; readonly at: number },
): Promise<CertificateStatus> {
  const revoked = revocationIn(findings);
  if (revoked) return { state: 'revoked', fault: revoked };
  const refused = findings.find(({ severity }) => severity === 'blocks');
  if (refused) return { state: isExpired ? 'expired' : 'refused', fault: refused };
  if (!verdict.statusChecked) return { state: 'not-checked' };
  return { state: 'checked', lists: reliedOn(verdict, await ports.archive.lists.all(), at) };
}

/** The lists that were current for the path's CAs, the signer's own first. */
function reliedOn({ path }: PathVerdict, shelved: readonly ShelvedList[], at: number): readonly ReliedList[] {
  const issuers = [...new Set(path.slice(0, -1).map(({ issuer }) => issuer))];
  return issuers.flatMap((issuer) =>
    shelved
      .filter((list) => list.issuer === issuer && isCurrent(list, at))
      .map(({ number, thisUpdate }) => ({ issuer, number: formatListNumber(number), thisUpdate })),
  );
}
