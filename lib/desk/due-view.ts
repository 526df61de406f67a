import { daysBetween, limits } from '@/lib/base';
import type { Envelope } from '@/lib/archive';
import { dueItems, summaryOf, type DueFacts } from '@/lib/reminders';
import { somSentence, type SomLevel } from '@/lib/som';
import { assessDraft } from './assess';
import { situation } from './context';
import { dueFacts } from './due/due-facts';
import { whoIs } from './people';
import type { DeskPorts } from './ports';
import { setupMissing } from './set-up-missing';
import type { DueView } from './views';

/** Everything that popup, badge, notification and banner say, from state alone. */
export async function dueView(ports: DeskPorts): Promise<DueView> {
  const here = await situation(ports);
  const { directory, today, person } = here;
  const [orders, requests] = await Promise.all([ports.archive.openOrders(), ports.archive.openRequests()]);
  const facts = await dueFacts(ports, here, { orders, requests });
  const items = dueItems(facts);
  return {
    today,
    who: person && whoIs(person),
    registrantName: directory.registrant?.name ?? null,
    items,
    summary: summaryOf(items, { ...directory.settings, now: facts.now, zone: facts.zone }),
    watch: [...(await watchedRequests(ports, facts)), ...(await watchedOrders(ports, facts))],
    setupMissing: setupMissing(directory),
  };
}

type Watch = DueView['watch'];

/** Orders that wait for a signature, judged now. */
async function watchedRequests(ports: DeskPorts, { requests, today }: DueFacts): Promise<Watch> {
  const rows = await Promise.all(
    requests.map(async ({ request }) => {
      const { substances } = await assessDraft(ports, request.draft, today);
      return substances
        .filter(({ level }) => level === 'information' || level === 'caution' || level === 'stop')
        .map((substance) => ({
          substance: substance.substanceName ?? '',
          level: substance.level,
          sentence: somSentence(substance),
        }));
    }),
  );
  return rows.flat();
}

/** Orders signed within the last days, as they were judged when they were signed. */
async function watchedOrders({ archive }: DeskPorts, { orders, today }: DueFacts): Promise<Watch> {
  const recent = orders.filter(
    ({ kind, orderedOn }) => kind === 'signed' && daysBetween(orderedOn, today) <= limits.somWatchDays,
  );
  const rows = await Promise.all(
    recent.map(async ({ orderId }) => {
      const signed = (await archive.events(orderId)).find(
        (event): event is Envelope<'order.signed'> => event.type === 'order.signed',
      );
      const som = signed?.payload.circumstances.som;
      if (!som || (som.level !== 'caution' && som.level !== 'stop')) return [];
      const level: SomLevel = som.level;
      return som.sentences.map((sentence) => ({ substance: '', level, sentence }));
    }),
  );
  return rows.flat();
}
