import type { Directory, Registrant } from '@/lib/archive';
import { CountersignError, legalDay, type PlainDate } from '@/lib/base';
import type { Person } from '@/lib/people';
import type { DeskPorts } from './ports';

/** The zone in which days are counted before a registration says otherwise. */
const DEFAULT_ZONE = 'America/New_York';

/** Reads that nearly every use case begins with. */
export interface Situation {
  readonly directory: Directory;
  readonly today: PlainDate;
  readonly zone: string;
  readonly person: Person | null;
}

export async function situation(ports: DeskPorts): Promise<Situation> {
  const [directory, personId] = await Promise.all([ports.archive.directory(), ports.session.read()]);
  const zone = directory.registrant?.zone ?? DEFAULT_ZONE;
  return {
    directory,
    zone,
    today: legalDay(ports.clock.now(), zone),
    person: directory.people.find(({ id, left }) => id === personId && left === undefined) ?? null,
  };
}

/** Throws `registrant/missing`. */
export function requireRegistrant(directory: Directory): Registrant {
  if (!directory.registrant) throw new CountersignError('registrant/missing');
  return directory.registrant;
}
