import { limits } from '@/lib/base';
import type { Duty, Person } from '@/lib/people';
import type { Directory } from './directory';
import type { ArchiveEvents, Envelope } from './envelope';
import { put } from './put';

/** What events about people, their authority and their certificates' way here change in the directory. */
export function foldPeople(before: Directory, event: Envelope): Directory {
  switch (event.type) {
    case 'person.set': {
      const { person } = event.payload;
      return { ...before, people: put(before.people, person, ({ id }) => id === person.id) };
    }
    case 'person.left':
      return left(before, event.payload);
    case 'poa.granted': {
      const letter = { ...event.payload.letter, revoked: null };
      return { ...before, poa: put(before.poa, letter, ({ id }) => id === letter.id) };
    }
    case 'poa.revoked':
      return revoked(before, event.payload, event.time[0]);
    case 'duty.done': {
      const { duty, at, note } = event.payload;
      const done = { at, who: event.who, note };
      return {
        ...before,
        duties: before.duties.map((known) => (known.id === duty ? { ...known, done } : known)),
      };
    }
    case 'enrolment.step': {
      const tick = { ...event.payload, at: event.time[0], who: event.who };
      const same = ({ step, about }: Pick<typeof tick, 'step' | 'about'>) =>
        step === tick.step && about === tick.about;
      return { ...before, enrolment: put(before.enrolment, tick, same) };
    }
    default:
      return before;
  }
}

function left(before: Directory, { personId, on, at, hadPoa }: ArchiveEvents['person.left']): Directory {
  const person = before.people.find(({ id }) => id === personId);
  if (!person) return before;
  const people = put(before.people, { ...person, left: on }, ({ id }) => id === personId);
  const after = { ...before, people };
  return hadPoa ? { ...after, duties: withDeparted(after, person, at) } : after;
}

function revoked(
  before: Directory,
  { id, ...revocation }: ArchiveEvents['poa.revoked'],
  at: number,
): Directory {
  const letter = before.poa.find((known) => known.id === id);
  if (!letter) return before;
  const poa = put(before.poa, { ...letter, revoked: revocation }, (known) => known.id === id);
  const person = before.people.find(({ id: personId }) => personId === letter.personId);
  // Who left was reported as having left; the letter's end is then for the register alone.
  const asks = person !== undefined && person.left === undefined;
  return { ...before, poa, duties: asks ? withDeparted(before, person, at) : before.duties };
}

/** DEA is told once of a person, whether they left, lost their authority, or both (21 CFR 1311.45(a)). */
function withDeparted({ duties }: Directory, { id, name }: Person, at: number): readonly Duty[] {
  const about = `poa-departed:${id}:`;
  if (duties.some((duty) => duty.id.startsWith(about) && duty.done === null)) return duties;
  const since = at;
  const duty = { id: `${about}${at}`, kind: 'poa-departed', since, about: name, done: null } as const;
  return [...duties, { ...duty, dueAt: since + limits.poaDepartedMs }];
}
