import type { Directory, ShelvedList } from '@/lib/archive';
import { legalDay, type PlainDate } from '@/lib/base';
import { enrolmentLists } from '@/lib/people';
import type { Certificate } from '@/lib/pki';
import type { DueFacts } from '@/lib/reminders';
import { say } from '@/lib/words';
import { isCopyStale } from '../copy/copy-finding';
import type { Situation } from '../context';
import { isCurrent } from '../lists/timeliness';
import type { DeskPorts } from '../ports';
import { certificateOf, chainOf, rootsOf } from '../stored-certificates';

type OpenRows = Pick<DueFacts, 'orders' | 'requests'>;

/** What reminders are made of: what is open, by index, and the directory. Nothing here reads the history. */
export async function dueFacts(
  { archive, clock }: DeskPorts,
  { directory, today, zone }: Situation,
  open: OpenRows,
): Promise<DueFacts> {
  const [beside, shelved, copy, { readOnly }] = await Promise.all([
    archive.openBeside(),
    archive.lists.all(),
    archive.copyState(),
    archive.standing(),
  ]);
  const now = clock.now();
  const { settings } = directory;
  const usable = usableCertificates(directory);
  return {
    ...open,
    beside,
    certificates: usable.map(({ known, certificate }) => ({
      sha256: known.sha256,
      holder: `${known.personId} ${known.registrant ?? ''}`,
      name: certificate.commonName,
      notAfterDay: legalDay(certificate.notAfter, zone),
    })),
    duties: directory.duties.filter(({ done }) => done === null),
    staleLists: staleLists({ directory, shelved, now, zone }),
    staleCopy: isCopyStale(copy, now, settings.copyEveryHours)
      ? {
          everMade: copy.lastAt !== null,
          newEvents: copy.newEvents,
          since: legalDay(copy.oldestNewAt ?? now, zone),
        }
      : null,
    readOnly,
    enrolment: begunWays(directory, today, zone),
    supplierNames: new Map(directory.suppliers.map(({ id, supplier }) => [id, supplier.name ?? id])),
    settings,
    snoozed: directory.snoozed,
    ...{ now, today, zone },
    todayAt: new Map(directory.registrants.map((one) => [one.deaNumber, legalDay(now, one.zone)])),
  };
}

/** Certificates that could still sign: nobody renews, or checks, one that was revoked, given up or deleted. */
function usableCertificates({ certificates }: Directory) {
  return certificates
    .filter(
      ({ keyRemoved, keyOn, revokedOn, compromisedAt }) =>
        keyRemoved !== true && keyOn?.length !== 0 && revokedOn === undefined && compromisedAt === undefined,
    )
    .map((known) => ({ known, certificate: certificateOf(known) }));
}

/** CAs of certificates in use of which lists were had, and all have ended. One that was never had isn't stale: signing says so. */
function staleLists(of: {
  readonly directory: Directory;
  readonly shelved: readonly ShelvedList[];
  readonly now: number;
  readonly zone: string;
}): DueFacts['staleLists'] {
  const { directory, shelved, now, zone } = of;
  const chains = usableCertificates(directory)
    .filter(({ certificate }) => certificate.notAfter >= now)
    .map(({ known, certificate }) => [certificate, ...chainOf(known)]);
  const issued = chains.flat().filter(({ subject, issuer }) => subject !== issuer);
  const cas: readonly Certificate[] = [...rootsOf(directory), ...chains.flat()];
  return [...new Set(issued.map(({ issuer }) => issuer))].flatMap((issuer) => {
    const lists = shelved.filter((list) => list.issuer === issuer);
    if (lists.length === 0 || lists.some((list) => isCurrent(list, now))) return [];
    const end = Math.max(...lists.map(({ nextUpdate, thisUpdate }) => nextUpdate ?? thisUpdate));
    const name = cas.find(({ subject }) => subject === issuer)?.commonName || issuer;
    return [{ issuer, name, endedOn: legalDay(end, zone) }];
  });
}

/** Ways to a certificate, or to its renewal, of which somebody has ticked a step; ended by the certificate's arrival. */
function begunWays(directory: Directory, today: PlainDate, zone: string): DueFacts['enrolment'] {
  const begun = new Set(directory.enrolment.filter(({ done }) => done).map(({ about }) => about));
  if (begun.size === 0) return [];
  const certificates = usableCertificates(directory).map(({ known, certificate }) => ({
    sha256: known.sha256,
    personId: known.personId,
    registrant: known.registrant ?? null,
    addedOn: legalDay(known.addedAt, zone),
    notAfterDay: legalDay(certificate.notAfter, zone),
  }));
  const signers = directory.people
    .filter(({ left }) => left === undefined)
    .map(({ id }) => ({ id, hasSigned: certificates.some(({ personId }) => personId === id) }));
  return enrolmentLists({ today, signers, certificates, ticks: directory.enrolment })
    .filter(({ about }) => begun.has(about))
    .flatMap(({ about, personId, steps }) => {
      const next = steps.find(({ state }) => state === 'next');
      const name = directory.people.find(({ id }) => id === personId)?.name ?? '';
      return next ? [{ about, name, step: say(`enrolment.step.${next.step}`) }] : [];
    });
}
