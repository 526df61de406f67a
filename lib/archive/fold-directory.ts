import { limits, parseDeaNumber } from '@/lib/base';
import { defaultSettings } from '@/lib/people';
import type { Directory, KnownCertificate, Registrant } from './directory';
import type { ArchiveEvents, Envelope } from './envelope';
import { foldHistory } from './fold-history';
import { foldMonitoring } from './fold-monitoring';
import { foldPeople } from './fold-people';
import { foldRetention } from './fold-retention';
import { put } from './put';
import { without } from './without';

export const emptyDirectory: Directory = {
  registrant: null,
  registrants: [],
  formerNumbers: {},
  chosen: {},
  people: [],
  suppliers: [],
  supplierRegistrants: {},
  roots: [],
  certificates: [],
  honesty: [],
  poa: [],
  duties: [],
  settings: defaultSettings,
  retentionYears: {},
  holds: [],
  snoozed: {},
  enrolment: [],
  imports: [],
  submissions: [],
  products: {},
  limits: {},
  dispensing: [],
  increases: [],
};

/**
 * The directory after an event, as a station sees it: `own` are its id and those it had before. The very same object where
 * the event doesn't concern it.
 */
export function foldDirectory(before: Directory, event: Envelope, own: readonly string[]): Directory {
  const after = foldEvent(before, event, own.includes(event.station));
  return after.registrants === before.registrants && after.chosen === before.chosen
    ? after
    : { ...after, registrant: inForce(after, own[0] ?? '') };
}

/** The location a station works for: the one it chose, or else the first. */
function inForce({ registrants, chosen }: Directory, station: string): Registrant | null {
  return registrants.find(({ deaNumber }) => deaNumber === chosen[station]) ?? registrants[0] ?? null;
}

function foldEvent(before: Directory, event: Envelope, isOwn: boolean): Directory {
  switch (event.type) {
    case 'registrant.set':
      return setRegistrant(before, event);
    case 'registrant.chosen':
      return { ...before, chosen: { ...before.chosen, [event.station]: event.payload.deaNumber } };
    case 'supplier.set': {
      const { supplier, registrants } = event.payload;
      const scope = registrants ? { [supplier.id]: registrants } : {};
      return {
        ...before,
        suppliers: put(before.suppliers, supplier, ({ id }) => id === supplier.id),
        supplierRegistrants: { ...without(before.supplierRegistrants, supplier.id), ...scope },
      };
    }
    case 'root.trusted': {
      const { root } = event.payload;
      return { ...before, roots: put(before.roots, root, ({ sha256 }) => sha256 === root.sha256) };
    }
    case 'root.removed': {
      const kept = before.roots.filter(({ sha256 }) => sha256 !== event.payload.sha256);
      return { ...before, roots: kept };
    }
    case 'certificate.added': {
      const { certificate } = event.payload;
      const same = ({ sha256 }: { readonly sha256: string }) => sha256 === certificate.sha256;
      // Brought in again, from the same file or another, it is no less revoked, and its key no less known to others.
      const {
        revokedOn,
        compromisedAt = compromisedSince(before, certificate.sha256),
        keyRemoved,
        keyOn = [],
      } = before.certificates.find(same) ?? {};
      const marked = {
        ...certificate,
        keyOn: [...new Set([...keyOn, event.station])],
        ...(revokedOn === undefined ? {} : { revokedOn }),
        ...(compromisedAt === undefined ? {} : { compromisedAt }),
        // To another computer its key came, not to this one; a token goes from one to the other.
        ...(keyRemoved && !isOwn && !certificate.token ? { keyRemoved } : {}),
      };
      return { ...before, certificates: put(before.certificates, marked, same) };
    }
    case 'certificate.revoked':
      return mark(before, event.payload.sha256, { revokedOn: event.payload.revokedOn });
    case 'key.removed': {
      const { sha256 } = event.payload;
      const known = before.certificates.find((one) => one.sha256 === sha256);
      const keyOn = (known?.keyOn ?? []).filter((station) => station !== event.station);
      // Of another computer, its own copy is gone; what lies here is for whoever holds it to delete.
      return mark(before, sha256, { keyOn, ...(isOwn && { keyRemoved: true }) });
    }
    case 'certificate.removed': {
      const kept = before.certificates.filter(({ sha256 }) => sha256 !== event.payload.sha256);
      return { ...before, certificates: kept };
    }
    case 'key.compromised':
      return compromised(before, event.payload);
    case 'honesty.accepted':
      return { ...before, honesty: [...before.honesty, event.payload.acceptance] };
    case 'due.snoozed': {
      const { key, until, reason } = event.payload;
      return { ...before, snoozed: { ...before.snoozed, [key]: { until, reason, who: event.who } } };
    }
    case 'page.submitted-anyway': {
      const submission = { ...event.payload, at: event.time[0], who: event.who };
      return {
        ...before,
        submissions: [submission, ...before.submissions].slice(0, limits.submissionsShown),
      };
    }
    case 'history.imported':
    case 'history.withdrawn':
      return foldHistory(before, event);
    case 'product.set':
    case 'limit.set':
    case 'dispensed.imported':
    case 'dispensed.withdrawn':
    case 'increase.requested':
      return foldMonitoring(before, event);
    default:
      return foldRetention(foldPeople(before, event), event);
  }
}

function setRegistrant(
  before: Directory,
  { registrant: chain, payload: { registrant, replaces } }: Envelope<'registrant.set'>,
): Directory {
  const others = before.registrants.filter(({ deaNumber }) => deaNumber !== registrant.deaNumber);
  const known = others.length < before.registrants.length;
  // Records of 0.1.0 don't say: they changed the one location of their chain, never another computer's.
  const isOfChain = (deaNumber: string) => (parseDeaNumber(deaNumber) ?? '') === chain;
  const earlier = before.registrants.find(({ deaNumber }) => isOfChain(deaNumber))?.deaNumber;
  const taken = known ? registrant.deaNumber : replaces === undefined ? earlier : replaces;
  const at = before.registrants.findIndex(({ deaNumber }) => deaNumber === taken);
  const registrants = at < 0 ? [...before.registrants, registrant] : before.registrants.with(at, registrant);
  // A station that worked for the number typed wrong works for the right one.
  const chosen = Object.entries(before.chosen).map(
    ([station, dea]) => [station, dea === taken ? registrant.deaNumber : dea] as const,
  );
  return {
    ...before,
    registrants,
    chosen: Object.fromEntries(chosen),
    formerNumbers: replaced(before.formerNumbers, replaces === undefined ? chain : replaces, registrant),
    ...renamed(before, taken, registrant),
  };
}

/** Each former number leads straight to the one that is in force, which is no former one any more. */
function replaced(
  before: Directory['formerNumbers'],
  was: string | null,
  { deaNumber }: Registrant,
): Directory['formerNumbers'] {
  const is = parseDeaNumber(deaNumber);
  if (is === null) return before;
  const moved = Object.entries(without(before, is)).map(
    ([former, now]) => [former, now === was ? is : now] as const,
  );
  return Object.fromEntries(was && was !== is ? [...moved, [was, is] as const] : moved);
}

/** What was decided for a number typed wrong holds for the right one. */
function renamed(
  { retentionYears, holds, supplierRegistrants }: Directory,
  was: string | null | undefined,
  { deaNumber }: Registrant,
): Pick<Directory, 'retentionYears' | 'holds' | 'supplierRegistrants'> {
  const is = parseDeaNumber(deaNumber);
  if (!was || is === null || was === is) return { retentionYears, holds, supplierRegistrants };
  const served = Object.entries(supplierRegistrants).map(
    ([supplier, numbers]) => [supplier, numbers.map((dea) => (dea === was ? is : dea))] as const,
  );
  const years = Object.entries(retentionYears).map(([dea, n]) => [dea === was ? is : dea, n] as const);
  return {
    retentionYears: Object.fromEntries(years),
    holds: holds.map((hold) => (hold.registrant === was ? { ...hold, registrant: is } : hold)),
    supplierRegistrants: Object.fromEntries(served),
  };
}

function mark(before: Directory, sha256: string, more: Partial<KnownCertificate>): Directory {
  const marked = before.certificates.map((known) =>
    known.sha256 === sha256 ? { ...known, ...more } : known,
  );
  return { ...before, certificates: marked };
}

/** Also of a certificate that was taken off the list since: the duty to tell DEA stays. */
function compromisedSince({ duties }: Directory, sha256: string): number | undefined {
  return duties.find(({ id }) => id === compromiseId(sha256))?.since;
}

const compromiseId = (sha256: string) => `key-compromised:${sha256}`;

function compromised(
  before: Directory,
  { sha256, substantiatedAt }: ArchiveEvents['key.compromised'],
): Directory {
  const known = before.certificates.find((certificate) => certificate.sha256 === sha256);
  const holder = before.people.find(({ id }) => id === known?.personId);
  const duty = {
    id: compromiseId(sha256),
    kind: 'key-compromised',
    since: substantiatedAt,
    dueAt: substantiatedAt + limits.keyCompromisedMs,
    about: holder?.name ?? '',
    done: null,
  } as const;
  return {
    ...mark(before, sha256, { compromisedAt: substantiatedAt }),
    duties: put(before.duties, duty, ({ id }) => id === duty.id),
  };
}
