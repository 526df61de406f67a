import type { Directory, KnownCertificate } from '@/lib/archive';
import {
  CountersignError,
  finding,
  formatSchedule,
  fromBase64,
  legalDay,
  parsePlainDate,
  schedules,
  type Finding,
} from '@/lib/base';
import type { DraftLine } from '@/lib/order';
import { isCoordinator, matchDeaNumber, parseCertificate, validatePath, type Certificate } from '@/lib/pki';
import type { CrlStore } from './crl-store';
import type { DeskPorts } from './ports';
import type { CertificateChoice } from './views';

/** DEA's certificate policy for controlled-substance orders (csos.md 3, seen). */
export const CSOS_POLICY = '2.16.840.1.101.3.2.1.9.1';

export function certificateOf(known: Pick<KnownCertificate, 'der'>): Certificate {
  return parseCertificate(fromBase64(known.der));
}

export function chainOf(known: KnownCertificate): Certificate[] {
  return known.chain.map((der) => parseCertificate(fromBase64(der)));
}

export function rootsOf(directory: Directory): Certificate[] {
  return directory.roots.map(({ der }) => parseCertificate(fromBase64(der)));
}

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
    hasKey: here.has(known.sha256),
    protection: 'protection.software',
    personId: known.personId,
  };
}

/** What a certificate is, independent of any order: the wrong kind never gets as far as a signature. */
export function kindFindings(certificate: Certificate): Finding[] {
  if (isCoordinator(certificate))
    return [finding('blocks', 'certificate/coordinator', { rule: '21 CFR 1311.10' })];
  if (!certificate.policies.includes(CSOS_POLICY))
    return [finding('blocks', 'certificate/not-csos', { rule: '21 CFR 1311.55(c)' })];
  if (!certificate.dea)
    return [finding('blocks', 'certificate/no-dea-extensions', { rule: '21 CFR 1311.55(c)' })];
  return [];
}

/** Everything about a certificate that decides whether it may sign these lines for this registration now (1311.55(c)). */
export async function certificateFindings(
  {
    ports,
    directory,
    crls,
  }: { readonly ports: DeskPorts; readonly directory: Directory; readonly crls: CrlStore },
  known: KnownCertificate,
  { deaNumber, lines }: { readonly deaNumber: string; readonly lines: readonly DraftLine[] },
): Promise<Finding[]> {
  const certificate = certificateOf(known);
  const findings = kindFindings(certificate);
  if (findings.length > 0) return findings;
  const roots = rootsOf(directory);
  if (roots.length === 0) return [finding('blocks', 'certificate/no-trusted-root')];
  const chain = chainOf(known);
  const lists = await crls.forPath([certificate, ...chain]);
  const verdict = await validatePath({
    leaf: certificate,
    candidates: chain,
    roots,
    crls: lists.crls,
    at: ports.clock.now(),
  });
  findings.push(...lists.findings, ...verdict.findings);
  const revoked = verdict.findings.find(({ code }) => code === 'certificate/revoked');
  if (revoked) await rememberRevoked(ports, known, String(revoked.params.date));
  else if (known.revokedOn !== undefined)
    findings.push(
      finding('blocks', 'certificate/revoked', {
        params: { subject: certificate.commonName, date: known.revokedOn },
        rule: '21 CFR 1311.55(c)',
      }),
    );
  const match = matchDeaNumber(certificate, deaNumber);
  const params = { number: deaNumber };
  if (match === 'no-match')
    findings.push(finding('blocks', 'certificate/dea-number-differs', { params, rule: '21 CFR 1311.55(c)' }));
  if (match === 'undecidable')
    findings.push(finding('warns', 'certificate/dea-number-undecidable', { params }));
  return [...findings, ...scheduleFindings(certificate, known, directory, lines)];
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
    commandId: `revoked-${known.sha256}`,
    who: 'system',
    orderId: null,
    events: [{ type: 'certificate.revoked', payload: { sha256: known.sha256, revokedOn } }],
  });
}

/** A line outside the certificate's schedules, or the signer's narrower power of attorney, refuses the order (1305.05). */
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
