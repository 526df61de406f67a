import { describeBeside, foldBeside } from '@/lib/order';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { placeOf } from '../registrants';
import type { BesideView } from './views';

const TAKEN_BACK: ReadonlySet<string> = new Set(['record.received', 'loss.notified', 'loss.form-106']);

/** One record with what happened to it, people by name. */
export async function besideView(ports: DeskPorts, id: string): Promise<BesideView | null> {
  const [events, here] = await Promise.all([ports.archive.besideEvents(id), situation(ports)]);
  const { people } = here.directory;
  const state = foldBeside(events);
  if (!state) return null;
  const nameOf = (who: string) => people.find((person) => person.id === who)?.name ?? null;
  const takenBack = new Set(
    events.flatMap((event) => (event.type === 'record.entry-withdrawn' ? [event.payload.corrects] : [])),
  );
  return {
    state,
    place: placeOf(here, { name: null, deaNumber: state.record.registrant }),
    timeline: events.map((event) => {
      const { sentence, params } = describeBeside(event);
      const { countedBy } = params;
      const named =
        countedBy === undefined ? params : { ...params, countedBy: nameOf(String(countedBy)) ?? countedBy };
      return {
        id: event.id,
        at: event.time,
        who: nameOf(event.who) ?? say('who.system'),
        sentence: say.loose(sentence, named),
        mayBeTakenBack: TAKEN_BACK.has(event.type) && !takenBack.has(event.id),
      };
    }),
  };
}
