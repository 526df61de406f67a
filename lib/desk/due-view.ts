import { legalDay, limits, daysBetween } from '@/lib/base';
import type { Envelope } from '@/lib/archive';
import { dueItems } from '@/lib/reminders';
import { somSentence, type SomLevel } from '@/lib/som';
import { assessDraft } from './assess';
import { certificateOf } from './stored-certificates';
import { situation } from './context';
import { whoIs } from './people';
import type { DeskPorts } from './ports';
import { setupMissing } from './set-up-missing';
import type { DueView } from './views';

/** Everything that popup, badge, notification and banner say, from state alone. */
export async function dueView(ports: DeskPorts): Promise<DueView> {
  const { directory, today, zone, person } = await situation(ports);
  const [orders, requests] = await Promise.all([ports.archive.openOrders(), ports.archive.openRequests()]);
  const certificates = directory.certificates.map((known) => {
    const { commonName, notAfter } = certificateOf(known);
    return { sha256: known.sha256, name: commonName, notAfterDay: legalDay(notAfter, zone) };
  });
  const supplierNames = new Map(directory.suppliers.map(({ id, supplier }) => [id, supplier.name ?? id]));
  return {
    today,
    who: person && whoIs(person),
    registrantName: directory.registrant?.name ?? null,
    items: dueItems({ orders, requests, certificates, supplierNames, today, zone }),
    watch: [...(await watchedRequests(ports, today)), ...(await watchedOrders(ports, today))],
    setupMissing: setupMissing(directory),
  };
}

type Watch = DueView['watch'];

/** Orders that wait for a signature, judged now. */
async function watchedRequests(ports: DeskPorts, today: DueView['today']): Promise<Watch> {
  const rows = await Promise.all(
    (await ports.archive.openRequests()).map(async ({ request }) => {
      const { substances } = await assessDraft(ports.archive, request.draft, today);
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
async function watchedOrders({ archive }: DeskPorts, today: DueView['today']): Promise<Watch> {
  const recent = (await archive.openOrders()).filter(
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
