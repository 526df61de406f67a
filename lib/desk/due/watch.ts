import type { Envelope } from '@/lib/archive';
import { daysBetween, limits } from '@/lib/base';
import type { DueFacts } from '@/lib/reminders';
import { limitStanding, PICTURE_MONTHS, somLevels, somSentence, substancePicture, pastOf } from '@/lib/som';
import { assessDraft } from '../assess';
import type { Situation } from '../context';
import type { DeskPorts } from '../ports';
import { since } from '../som/read-substance';
import type { DueView } from '../views';

type Watched = DueView['watch'][number];
/** With its DEA drug code where it is known. */
type Found = Watched & { readonly code: string | null };

/** Running substances that are unlike the usual, most severe first; the first few with what the popup draws of them. */
export async function watchedSubstances(
  ports: DeskPorts,
  here: Situation,
  facts: DueFacts,
): Promise<readonly Watched[]> {
  const found = [...(await watchedRequests(ports, facts)), ...(await watchedOrders(ports, facts))].sort(
    (a, b) => somLevels.indexOf(b.level) - somLevels.indexOf(a.level),
  );
  const drawn = new Set(found.flatMap(({ code }) => code ?? []).slice(0, limits.watchMonthsShown));
  return Promise.all(
    found.map(async ({ code, ...watched }) =>
      code !== null && drawn.has(code) ? { ...watched, ...(await figuresOf(ports, here, code)) } : watched,
    ),
  );
}

/** Orders that wait for a signature, judged now. */
async function watchedRequests(ports: DeskPorts, { requests, today }: DueFacts): Promise<Found[]> {
  const rows = await Promise.all(
    requests.map(async ({ request }) => {
      const { substances } = await assessDraft(ports, request.draft, today);
      return substances
        .filter(({ level }) => level === 'information' || level === 'caution' || level === 'stop')
        .map((substance) => ({
          code: substance.substanceCode,
          substance: substance.substanceName ?? '',
          level: substance.level,
          sentence: somSentence(substance),
        }));
    }),
  );
  return rows.flat();
}

/** Orders signed within the last days, as they were judged when they were signed. */
async function watchedOrders({ archive }: DeskPorts, { orders, today }: DueFacts): Promise<Found[]> {
  const recent = orders.filter(
    ({ kind, orderedOn }) => kind === 'signed' && daysBetween(orderedOn, today) <= limits.somWatchDays,
  );
  const rows = await Promise.all(
    recent.map(async ({ orderId }) => {
      const events = await archive.events(orderId);
      const signed = events.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
      const som = signed?.payload.circumstances.som;
      const level = somLevels.find((one) => one === som?.level);
      if (!som || (level !== 'caution' && level !== 'stop')) return [];
      const warned = events.findLast(
        (event): event is Envelope<'request.warned'> =>
          event.type === 'request.warned' && event.payload.level === level,
      );
      const substances = warned?.payload.substances ?? [];
      // Sentences were kept together: whose they are is known where there is one of each, in the same order.
      if (substances.length !== som.sentences.length)
        return [{ code: null, substance: '', level, sentence: som.sentences.join(' ') }];
      return substances.flatMap((one, index) =>
        one.level === 'caution' || one.level === 'stop'
          ? [{ code: one.code, substance: one.name, level: one.level, sentence: som.sentences[index] ?? '' }]
          : [],
      );
    }),
  );
  return rows.flat();
}

/** Thirteen numbers and the own limit: a fixed number of rows, whatever the archive's age. */
async function figuresOf(
  { archive }: DeskPorts,
  { directory, today }: Situation,
  code: string,
): Promise<Pick<Watched, 'months' | 'limit'>> {
  const months = await archive.months(code, since(today, PICTURE_MONTHS), today);
  const limit = directory.limits[code]?.units ?? null;
  const drawn = substancePicture({ months, past: pastOf([], today), today, candidate: null, limit });
  const standing = limitStanding({ limit, months, candidate: null, today });
  return {
    months: drawn.months.map(({ total }) => total),
    ...(standing && { limit: { share: standing.share, step: standing.step } }),
  };
}
