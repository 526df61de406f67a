import type { Directory, Registrant } from '@/lib/archive';
import { legalDay, parseDeaNumber, type DeaNumber, type PlainDate } from '@/lib/base';
import { matchDeaNumber, type Certificate } from '@/lib/pki';
import type { PortalProfile } from '@/lib/portal';
import { requireRegistrant, type Situation } from './context';
import type { DeskPorts } from './ports';
import type { PlaceView } from './views';

type Locations = Pick<Directory, 'registrants' | 'formerNumbers'>;

/** The location an order is for: the one its purchaser names, or else the one in force. Throws `registrant/missing`. */
export function registrantOf(
  directory: Directory,
  { purchaser }: { readonly purchaser: { readonly deaNumber: string | null } },
): Registrant {
  return registrantNamed(directory, purchaser.deaNumber) ?? requireRegistrant(directory);
}

/** One of this pharmacy's locations by the DEA number that it has now; null for any other. */
export function registrantNow(
  { registrants }: Pick<Directory, 'registrants'>,
  text: string | null,
): Registrant | null {
  const number = parseDeaNumber(text ?? '');
  return registrants.find(({ deaNumber }) => deaNumber === number) ?? null;
}

/**
 * One of this pharmacy's locations, as records name it: by the DEA number that it has, or had before that one was put right
 * or given up; null for any other.
 */
export function registrantNamed(directory: Locations, text: string | null): Registrant | null {
  const number = parseDeaNumber(text ?? '');
  if (number === null) return null;
  return (
    registrantNow(directory, number) ?? registrantNow(directory, directory.formerNumbers[number] ?? null)
  );
}

/**
 * The DEA numbers of a location: its own, and those that it had before. What was recorded under one of them is this
 * location's still (21 CFR 1305.27).
 */
export function ownNumbers(
  directory: Locations,
  { deaNumber }: Pick<Registrant, 'deaNumber'>,
): ReadonlySet<string> {
  const former = Object.keys(directory.formerNumbers).filter(
    (number) => registrantNamed(directory, number)?.deaNumber === deaNumber,
  );
  return new Set([deaNumber, ...former]);
}

/**
 * The zone in which the days of an order or a record are counted: that of its own location, by DEA number, whichever one
 * this station works for now.
 */
export function zoneAt(
  { directory, zone }: Pick<Situation, 'directory' | 'zone'>,
  text: string | null,
): string {
  return registrantNamed(directory, text)?.zone ?? zone;
}

/** Today, there. */
export function todayAt(
  { clock }: Pick<DeskPorts, 'clock'>,
  here: Pick<Situation, 'directory' | 'zone'>,
  text: string | null,
): PlainDate {
  return legalDay(clock.now(), zoneAt(here, text));
}

/** The location of an order or a record, for people; of a number that is none of ours, the days of the one in force count. */
export function placeOf(
  { directory, zone }: Pick<Situation, 'directory' | 'zone'>,
  party: { readonly name: string | null; readonly deaNumber: string | null },
): PlaceView {
  const own = registrantNamed(directory, party.deaNumber);
  const deaNumber = own?.deaNumber ?? party.deaNumber ?? directory.registrant?.deaNumber ?? '';
  return {
    name: own?.name ?? party.name ?? directory.registrant?.name ?? '',
    deaNumber,
    zone: own?.zone ?? zone,
    isOther: deaNumber !== (directory.registrant?.deaNumber ?? ''),
  };
}

/** The suppliers that a location orders from. */
export function suppliersOf(
  { suppliers, supplierRegistrants }: Directory,
  registrant: Registrant | null,
): readonly PortalProfile[] {
  return suppliers.filter(({ id }) => {
    const serves = supplierRegistrants[id];
    return !registrant || !serves || serves.includes(registrant.deaNumber);
  });
}

/**
 * The location that a certificate was issued for: the one whose number its hash holds; where the hash says nothing, the one
 * this station works for when it is brought in. Null where it is surely for none of them, or there is none yet.
 */
export function registrantOfCertificate(
  { registrants, registrant }: Directory,
  certificate: Certificate,
): DeaNumber | null {
  const matches = registrants.map(({ deaNumber }) => ({
    deaNumber,
    match: matchDeaNumber(certificate, deaNumber),
  }));
  const sure = matches.find(({ match }) => match === 'match');
  if (sure) return sure.deaNumber;
  return matches.some(({ match }) => match === 'undecidable') ? (registrant?.deaNumber ?? null) : null;
}
