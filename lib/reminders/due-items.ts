import { legalDay } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';
import type { DueItem } from './due';
import { dueOfCertificate } from './due-of-certificate';
import { dueOfOrder } from './due-of-order';
import type { DueFacts } from './facts';

const RANK = { overdue: 0, today: 1, soon: 2 } as const;

function byUrgency(a: DueItem, b: DueItem): number {
  return RANK[a.urgency] - RANK[b.urgency] || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');
}

/** Orders that wait for a signature. The law sets them no day; the day they were opened stands in `dueOn` for their age. */
function dueOfRequests({ requests, zone }: DueFacts, about: About): DueItem[] {
  return requests
    .filter(({ state }) => state.phase === 'open')
    .map(({ request }) => ({
      kind: 'sign',
      urgency: 'today',
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

/** All that is due or soon will be, most urgent first, from state alone: asked twice, it says the same. */
export function dueItems(facts: DueFacts): DueItem[] {
  const about: About = ({ supplierId, draft }) => ({
    supplierId,
    supplierName:
      (supplierId === null ? undefined : facts.supplierNames.get(supplierId)) ?? draft.supplier.name,
  });
  const ofOrders = facts.orders.flatMap((order) =>
    dueOfOrder(order, facts.today).map((duty) => ({
      ...duty,
      ...about(order),
      orderId: order.orderId,
      orderNumber: order.number,
    })),
  );
  const ofCertificates = facts.certificates.flatMap((certificate) => dueOfCertificate(certificate, facts));
  return [...ofOrders, ...dueOfRequests(facts, about), ...ofCertificates].sort(byUrgency);
}

/**
 * The number on the toolbar icon: what is due today or should have been done, and goods that shipped and are not recorded as
 * received, since 1305.22(g) gives their receipt no grace. What is only coming isn't counted.
 */
export function badgeCount(items: readonly DueItem[]): number {
  return items.filter(({ urgency, sentence }) => urgency !== 'soon' || sentence === 'due.receipt.shipped')
    .length;
}
