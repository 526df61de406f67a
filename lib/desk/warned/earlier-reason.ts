import type { Directory, Envelope, StoredRequest } from '@/lib/archive';
import { limits } from '@/lib/base';
import type { DeskPorts } from '../ports';
import type { EarlierReason } from './views';

const DAY_MS = 86_400_000;

/** The requests of the last months for which a reason was asked: few, by index, however many orders there are. */
export async function requestsWithReason({ archive, clock }: DeskPorts): Promise<readonly StoredRequest[]> {
  const warned = await archive.warnedRequests(clock.now() - limits.reasonReachDays * DAY_MS);
  return warned.filter(({ state, warned: of }) => state.phase === 'signed' && of?.level === 'stop');
}

/** What was last said of this substance, from those requests; null where nobody did. */
export async function earlierReason(
  { archive }: DeskPorts,
  { people }: Directory,
  requests: readonly StoredRequest[],
  code: string,
): Promise<EarlierReason | null> {
  const ofSubstance = requests.filter(({ warned }) =>
    warned?.substances.some((one) => one.code === code && one.level === 'stop'),
  );
  for (const { request } of ofSubstance.toReversed()) {
    const signed = (await archive.events(request.id)).find(
      (event): event is Envelope<'order.signed'> => event.type === 'order.signed',
    );
    const given = signed?.payload.circumstances.som.reasonGiven;
    if (!signed || !given) continue;
    const { number, date } = signed.payload.order;
    const whoName = people.find(({ id }) => id === signed.who)?.name ?? signed.who;
    return { given, date, number, whoName };
  }
  return null;
}
