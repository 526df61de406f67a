import { legalDay, parseDeaNumber } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';
import type { DueItem, Duty } from './due';
import { dueOfBeside } from './due-of-beside';
import { dueOfCertificate } from './due-of-certificate';
import { dueOfHours } from './due-of-hours';
import { dueOfOrder } from './due-of-order';
import { dueOfUpkeep } from './due-of-upkeep';
import type { DueFacts } from './facts';
import { mayWaitUntil } from './may-wait';

const RANK = { overdue: 0, today: 1, soon: 2 } as const;

/** What keeps all else from being recorded stands before it. */
const stops = ({ kind }: DueItem) => (kind === 'archive-read-only' ? 0 : 1);

function byUrgency(a: DueItem, b: DueItem): number {
  return (
    stops(a) - stops(b) ||
    RANK[a.urgency] - RANK[b.urgency] ||
    (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Orders that wait for a signature. The law sets them no day; the day they were opened stands in `dueOn` for their age. */
function dueOfRequests({ requests, zone }: DueFacts, about: About): Duty[] {
  return requests
    .filter(({ state }) => state.phase === 'open')
    .map(({ request }) => ({
      kind: 'sign',
      key: `sign:${request.id}`,
      urgency: 'today',
      level: 'normal',
      dueOn: legalDay(request.openedAt, zone),
      ...about(request),
      orderId: request.id,
      orderNumber: request.draft.number,
      sentence: `due.sign.${request.mode}`,
      params: { count: request.draft.lines.length },
      rule: null,
    }));
}

type About = (of: {
  readonly supplierId: string | null;
  readonly draft: OrderDraft;
}) => Pick<DueItem, 'supplierId' | 'supplierName'>;

/**
 * All that is due or soon will be, most urgent first, from state alone: asked twice, it says the same, and its work grows
 * with what is open, not with what was. What somebody put off says so.
 */
export function dueItems(facts: DueFacts): DueItem[] {
  const about: About = ({ supplierId, draft }) => ({
    supplierId,
    supplierName:
      (supplierId === null ? undefined : facts.supplierNames.get(supplierId)) ?? draft.supplier.name,
  });
  const todayAt = (location: string | null) =>
    facts.todayAt?.get(parseDeaNumber(location ?? '') ?? '') ?? facts.today;
  const ofOrders = facts.orders.flatMap((order) =>
    dueOfOrder(order, { ...facts, today: todayAt(order.draft.purchaser.deaNumber) }).map((duty) => ({
      ...duty,
      ...about(order),
      orderId: order.orderId,
      orderNumber: order.number,
    })),
  );
  const duties: Duty[] = [
    ...ofOrders,
    ...dueOfRequests(facts, about),
    ...facts.beside.flatMap((record) =>
      dueOfBeside(record, { ...facts, today: todayAt(record.record.registrant) }),
    ),
    ...facts.certificates.flatMap((certificate) => dueOfCertificate(certificate, facts)),
    ...facts.duties.map((duty) => dueOfHours(duty, facts)),
    ...dueOfUpkeep(facts),
  ];
  return duties.map((duty) => withSnooze(duty, facts)).sort(byUrgency);
}

/** A snooze that reaches further than a duty may wait was made for another one, or by other rules: it says nothing. */
function withSnooze(duty: Duty, { snoozed, today }: DueFacts): DueItem {
  const waitsUntil = mayWaitUntil(duty, today);
  const until = Object.hasOwn(snoozed, duty.key) ? snoozed[duty.key]?.until : undefined;
  const holds = until !== undefined && waitsUntil !== null && today < until && until <= waitsUntil;
  return { ...duty, waitsUntil, snoozedUntil: holds ? until : null };
}
