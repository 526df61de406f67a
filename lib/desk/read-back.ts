import type { NewEvent } from '@/lib/archive';
import { canonicalJson, parseOrderNumber, sha256Hex, utf8, type Json, type PlainDate } from '@/lib/base';
import { judgeAct, type DraftLine, type LineQuantity, type OrderState } from '@/lib/order';
import {
  parsePackages,
  readPageDate,
  readPageState,
  type PageState,
  type PortalProfile,
  type SeenLine,
  type SeenPage,
} from '@/lib/portal';
import { situation } from './context';
import { draftFromPage } from './draft';
import type { DeskPorts } from './ports';
import { refusalEvents } from './refusal-events';
import { todayAt } from './registrants';
import { turnedUp, type SeenOn } from './turned-up';

/**
 * Records what a supplier's page says of orders that are known here: accepted, not accepted, void, shipped, received in the
 * portal; and gives a tracked order the number that the portal assigned. Facts already known add nothing, so a page may be
 * looked at as often as one likes. Answers whether anything was recorded.
 */
export async function readBack(
  ports: DeskPorts,
  {
    page,
    origin,
    supplier,
  }: { readonly page: SeenPage; readonly origin: string; readonly supplier: PortalProfile },
): Promise<boolean> {
  let changed = await numberTracked(ports, page, origin, supplier);
  const here = await situation(ports);
  const seenBy = (order: OrderState) => ({
    origin,
    today: todayAt(ports, here, order.draft.purchaser.deaNumber),
  });
  for (const row of page.orders) {
    const order = await knownOrder(ports, row.orderNumber.text, supplier);
    if (order && row.state)
      changed =
        (await record(
          ports,
          order,
          stateEvents(order, readPageState(row.state.text), row.state.text, seenBy(order)),
        )) || changed;
  }
  const order = page.orderNumber && (await knownOrder(ports, page.orderNumber.text, supplier));
  if (!order) return changed;
  const events = [
    ...(page.state
      ? stateEvents(
          order,
          readPageState(page.state.text),
          page.statement?.text ?? page.state.text,
          seenBy(order),
        )
      : []),
    ...shippedEvents(order, page, { origin }),
  ];
  return (await record(ports, order, events)) || changed;
}

async function knownOrder(
  { archive }: DeskPorts,
  text: string,
  supplier: PortalProfile,
): Promise<OrderState | null> {
  const number = parseOrderNumber(text);
  const order = number && (await archive.orderByNumber(number));
  return order && order.supplierId === supplier.id ? order : null;
}

/**
 * A companion portal shows the number only after its own signature: same supplier, same lines, no number yet. Only where that
 * is one order and the page can be about it: last month's same cart, shipped or received before, is another.
 */
async function numberTracked(
  ports: DeskPorts,
  page: SeenPage,
  origin: string,
  supplier: PortalProfile,
): Promise<boolean> {
  const number = page.orderNumber && parseOrderNumber(page.orderNumber.text);
  if (!number || page.lines.length === 0 || (await ports.archive.isNumberUsed(number))) return false;
  if (page.state && readPageState(page.state.text) === 'received') return false;
  const shipped = page.shipDate && readPageDate(page.shipDate.text);
  const lines = draftFromPage(page, supplier, supplier.supplier).lines;
  const [match, ...more] = (await ports.archive.openOrders()).filter(
    (order) =>
      order.kind === 'tracked' &&
      order.number === null &&
      order.supplierId === supplier.id &&
      (!shipped || shipped >= order.orderedOn) &&
      sameLines(order.draft.lines, lines),
  );
  if (!match || more.length > 0) return false;
  return record(ports, match, [{ type: 'order.numbered', payload: { number, seen: { origin } } }]);
}

/** The same products in the same number of packages, whatever their order. */
export function sameLines(a: readonly DraftLine[], b: readonly DraftLine[]): boolean {
  const key = (lines: readonly DraftLine[]) =>
    lines
      .map(({ ndc11, name, packages }) => `${ndc11 ?? name}×${packages}`)
      .sort()
      .join('\n');
  return key(a) === key(b);
}

function stateEvents(
  order: OrderState,
  state: PageState | null,
  words: string,
  { origin, today }: { readonly origin: string; readonly today: PlainDate },
): NewEvent[] {
  const seen = { origin };
  if (state === 'not-accepted') return refusalEvents(order, words, { seen, today });
  if (order.phase === 'lost') return turnedUpEvents(order, state, words, { seen, today });
  if (state === 'void') return voidEvents(order, words, { seen, today });
  if (state === 'received' && order.kind === 'tracked')
    return order.portalReceiptOpen || order.phase !== 'received'
      ? [{ type: 'order.portal-received', payload: { seen } }]
      : [];
  const submitted: NewEvent[] =
    order.phase === 'signed' ? [{ type: 'order.submitted', payload: { how: 'portal', seen } }] : [];
  if (state === 'submitted') return submitted;
  // A portal that has it as received had accepted it; the receipt of a signed order is recorded here, by whoever counted.
  const isTaken = state === 'accepted' || state === 'received';
  if (isTaken && (isUndecided(order) || order.phase === 'not-accepted'))
    return [...submitted, { type: 'order.accepted', payload: { seen } }];
  return [];
}

/** 1305.28: the page says that the supplier voided all of it. */
function voidEvents(order: OrderState, words: string, { seen, today }: SeenOn): NewEvent[] {
  const submitted: NewEvent[] =
    order.phase === 'signed' ? [{ type: 'order.submitted', payload: { how: 'portal', seen } }] : [];
  const sent: OrderState = order.phase === 'signed' ? { ...order, phase: 'submitted' } : order;
  const against = judgeAct(sent, { kind: 'void', lines: null, date: null }, { today });
  if (against.some(({ severity }) => severity === 'blocks')) return [];
  return [
    ...submitted,
    { type: 'order.voided', payload: { lines: null, statement: words, date: null, seen } },
  ];
}

/** 1305.26(c): the supplier's page knows a lost order after all. That it lists it as sent says nothing new. */
function turnedUpEvents(order: OrderState, state: PageState | null, words: string, on: SeenOn): NewEvent[] {
  if (state === null || state === 'submitted') return [];
  const found = turnedUp(order, words, on);
  return state === 'void' ? found : [...found, { type: 'order.accepted', payload: { seen: on.seen } }];
}

function isUndecided({ phase }: OrderState): boolean {
  return phase === 'signed' || phase === 'submitted' || phase === 'tracked';
}

/** Shipped totals, only when every line that the page gives a figure for can be told apart and the total changed. */
function shippedEvents(order: OrderState, page: SeenPage, seen: { origin: string }): NewEvent[] {
  const lines = page.lines.flatMap((line): LineQuantity[] => {
    const packages = line.shipped && parsePackages(line.shipped.text);
    const lineNumber = lineNumberOf(order, line, page);
    return packages === null || lineNumber === null ? [] : [{ lineNumber, packages }];
  });
  const news = lines.some(({ lineNumber, packages }) => {
    const known = order.lines.find(({ line }) => line.lineNumber === lineNumber)?.shipped ?? 0;
    return packages > known;
  });
  if (!news || new Set(lines.map(({ lineNumber }) => lineNumber)).size !== lines.length) return [];
  const date = page.shipDate ? readPageDate(page.shipDate.text) : null;
  return [{ type: 'order.shipped', payload: { lines, date, seen } }];
}

function lineNumberOf(order: OrderState, seen: SeenLine, page: SeenPage): number | null {
  const draft = draftFromPage({ ...page, lines: [seen] }, null, order.draft.purchaser).lines[0];
  const matches = order.lines.filter(({ line }) =>
    draft?.ndc11
      ? line.ndc11 === draft.ndc11
      : draft?.itemNumber
        ? line.itemNumber === draft.itemNumber
        : false,
  );
  return matches.length === 1 ? (matches[0]?.line.lineNumber ?? null) : null;
}

async function record(
  { archive }: DeskPorts,
  order: OrderState,
  events: readonly NewEvent[],
): Promise<boolean> {
  if (events.length === 0) return false;
  const what = sha256Hex(utf8(canonicalJson(events as unknown as Json)));
  await archive.append({
    commandId: `seen-${order.orderId}-${order.version}-${what}`,
    who: 'system',
    orderId: order.orderId,
    expectedVersion: order.version,
    events,
  });
  return true;
}
