import type { Directory, KnownCertificate, Registrant } from '@/lib/archive';
import {
  CountersignError,
  finding,
  formatSchedule,
  legalDay,
  parsePlainDate,
  schedules,
  type Finding,
  type PlainDate,
} from '@/lib/base';
import type { DraftLine } from '@/lib/order';
import { kindFindings, matchDeaNumber, type Certificate } from '@/lib/pki';
import type { CrlStore } from './lists/crl-store';
import { judgeCertificate, type Judged } from './lists/judge-certificate';
import { revokedForGood } from './lists/revocation-in';
import { poaFindings } from './poa-findings';
import type { DeskPorts } from './ports';
import { certificateOf } from './stored-certificates';
import type { CertificateChoice } from './views';

/** As the signer is offered it. `zone` gives the day on which it ends. */
export function choiceOf(
  known: KnownCertificate,
  here: ReadonlySet<string>,
  zone: string,
): CertificateChoice {
  const certificate = certificateOf(known);
  return {
    sha256: known.sha256,
    commonName: certificate.commonName,
    registrantName: certificate.dea?.registrantName ?? null,
    schedules: certificate.dea?.schedules ?? [],
    validUntil: legalDay(certificate.notAfter, zone),
    hasKey: here.has(known.sha256) || known.token !== undefined,
    protection: known.token ? 'protection.token' : 'protection.software',
    token: known.token?.name ?? null,
    personId: known.personId,
    registrant: known.registrant ?? null,
  };
}

/** Everything about a certificate that decides whether it may sign these lines for this registration now (1311.55(c)). */
export async function certificateFindings(
  {
    ports,
    directory,
    crls,
  }: { readonly ports: DeskPorts; readonly directory: Directory; readonly crls: CrlStore },
  known: KnownCertificate,
  {
    registrant,
    lines,
    today,
  }: {
    readonly registrant: Registrant;
    readonly lines: readonly DraftLine[];
    readonly today: PlainDate;
  },
): Promise<Judged> {
  const { deaNumber } = registrant;
  const certificate = certificateOf(known);
  const findings = kindFindings(certificate);
  const [unfit] = findings;
  if (unfit) return { findings, status: { state: 'refused', fault: unfit } };
  const judged = await judgeCertificate({ ports, directory, crls, mayFetch: true }, known);
  findings.push(...judged.findings);
  const revoked = revokedForGood(judged.findings, known.sha256);
  if (revoked) await rememberRevoked(ports, known, String(revoked.params.date));
  // What a person said when it was brought in, where the hash can't tell (1311.35: one certificate per location).
  if (known.registrant !== undefined && known.registrant !== deaNumber)
    findings.push(
      finding('blocks', 'certificate/other-registrant', {
        params: { certificate: known.registrant, order: deaNumber },
        rule: '21 CFR 1311.35',
      }),
    );
  if (known.compromisedAt !== undefined)
    findings.push(finding('blocks', 'certificate/key-compromised', { rule: '21 CFR 1311.30(e)' }));
  const match = matchDeaNumber(certificate, deaNumber);
  const params = { number: deaNumber };
  if (match === 'no-match')
    findings.push(finding('blocks', 'certificate/dea-number-differs', { params, rule: '21 CFR 1311.55(c)' }));
  if (match === 'undecidable')
    findings.push(finding('warns', 'certificate/dea-number-undecidable', { params }));
  return {
    findings: [
      ...findings,
      ...scheduleFindings(certificate, known, directory, lines),
      ...poaFindings(directory, { personId: known.personId, registrant, lines, today }),
    ],
    status: judged.status,
  };
}

/** A host that can't be reached tomorrow must not make a revoked certificate good again. */
async function rememberRevoked(
  { archive, clock }: DeskPorts,
  known: KnownCertificate,
  date: string,
): Promise<void> {
  if (known.revokedOn !== undefined) return;
  const revokedOn = parsePlainDate(date) ?? legalDay(clock.now(), 'UTC');
  await archive.append({
    // One that was removed and brought in again is marked again.
    commandId: `revoked-${known.sha256}-${known.addedAt}`,
    who: 'system',
    orderId: null,
    events: [{ type: 'certificate.revoked', payload: { sha256: known.sha256, revokedOn } }],
  });
}

/** A line outside the certificate's schedules, or a limit that was set before letters were kept here, refuses the order. */
function scheduleFindings(
  certificate: Certificate,
  known: KnownCertificate,
  directory: Directory,
  lines: readonly DraftLine[],
): Finding[] {
  const limit = directory.people.find(({ id }) => id === known.personId)?.scheduleLimit ?? schedules;
  const allowed = (certificate.dea?.schedules ?? []).filter((schedule) => limit.includes(schedule));
  const words = allowed.map(formatSchedule).join(', ');
  return lines.flatMap(({ lineNumber, schedule }) =>
    schedule === null || schedule === 'none' || allowed.includes(schedule)
      ? []
      : [
          finding('blocks', 'certificate/schedule-not-allowed', {
            params: { line: lineNumber, schedule: formatSchedule(schedule), allowed: words },
            field: `lines.${lineNumber}.schedule`,
            rule: '21 CFR 1311.55(c)',
          }),
        ],
  );
}

/** Throws `vault/key-missing` for a fingerprint that the directory doesn't know. */
export function requireCertificate(directory: Directory, sha256: string): KnownCertificate {
  const known = directory.certificates.find((certificate) => certificate.sha256 === sha256);
  if (!known) throw new CountersignError('vault/key-missing');
  return known;
}
