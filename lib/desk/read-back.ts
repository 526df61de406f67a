import { orderEventsOf, type NewEvent } from '@/lib/archive';
import { limits, type PlainDate } from '@/lib/base';
import { effectiveEvents, judgeAct, type OrderEvent, type OrderState } from '@/lib/order';
import {
  isStateWord,
  readPageState,
  SURE,
  type Evidence,
  type PageState,
  type PortalProfile,
  type SeenPage,
} from '@/lib/portal';
import { situation } from './context';
import { cutEvents } from './cut-events';
import { knownOrder } from './known-order';
import { linesOnPage } from './line-of-page';
import { numberTracked } from './number-tracked';
import type { DeskPorts } from './ports';
import { recordSeen } from './record-seen';
import { refusalEvents } from './refusal-events';
import { todayAt } from './registrants';
import { invoicesOf, shippedEvents } from './shipped-events';
import { turnedUp, type SeenOn } from './turned-up';

/** What looking at a page came to. */
export interface ReadBack {
  /** Something was recorded. */
  readonly changed: boolean;
  /** Lines of a known order that couldn't be told apart: nothing of them was recorded. */
  readonly unclear: number;
  /** Words for the state of a known order that say nothing here: the order stays as it was. */
  readonly unknownStates: readonly string[];
}

/**
 * Records what a supplier's page says of orders that are known here: accepted, not accepted, void, shipped, cut, received in
 * the portal; and gives a tracked order the number that the portal assigned. Facts already known add nothing, so a page may
 * be looked at as often as one likes. What can't be told is left alone, and answered.
 */
export async function readBack(
  ports: DeskPorts,
  {
    page,
    origin,
    supplier,
  }: { readonly page: SeenPage; readonly origin: string; readonly supplier: PortalProfile },
): Promise<ReadBack> {
  const here = await situation(ports);
  let changed = await numberTracked({ ports, directory: here.directory }, page, origin, supplier);
  const unknown = new Set<string>();
  const seenBy = (order: OrderState) => ({
    origin,
    today: todayAt(ports, here, order.draft.purchaser.deaNumber),
  });
  const known = async ({ text: number, confidence }: Evidence) =>
    confidence < SURE
      ? null
      : knownOrder(ports, here.directory, { number, purchaserDea: page.purchaserDea, supplier });
  for (const row of page.orders) {
    const order = await known(row.orderNumber);
    if (!order || !row.state) continue;
    if (!isStateWord(row.state.text)) unknown.add(row.state.text);
    const events = stateEvents(order, stateSaid(order, row.state, 'row'), row.state.text, seenBy(order));
    changed = (await recordSeen(ports, order, events)) || changed;
  }
  const order = page.orderNumber && (await known(page.orderNumber));
  if (!order) return { changed, unclear: 0, unknownStates: [...unknown] };
  if (page.state && !isStateWord(page.state.text)) unknown.add(page.state.text);
  const { lines, unclear } = linesOnPage(order, page);
  const past = lines.length === 0 ? [] : orderEventsOf(await ports.archive.events(order.orderId));
  const invoices = invoicesOf(effectiveEvents(past).events);
  const seen = { origin };
  const events = [
    ...(page.state
      ? stateEvents(
          order,
          stateSaid(order, page.state, 'page'),
          page.statement?.text ?? page.state.text,
          seenBy(order),
        )
      : []),
    ...shippedEvents(order, page, { lines, invoices, seen }),
    ...(mayCut(page, past) ? cutEvents(order, lines, seen) : []),
  ];
  changed = (await recordSeen(ports, order, events)) || changed;
  return { changed, unclear, unknownStates: [...unknown] };
}

/**
 * What a text says of an order. What ends it counts only under a label or in a column: alone, such a word may be a step of a
 * progress bar, a tab or a filter.
 */
function stateSaid({ kind }: OrderState, state: Evidence, from: 'row' | 'page'): PageState | null {
  if (state.confidence < SURE) return null;
  const said = readPageState(state.text, from);
  const isEnd = said === 'void' || (said === 'received' && kind === 'tracked');
  return isEnd && state.label === null ? null : said;
}

/** A cart's remarks on its lines cut nothing yet, and a page that says something else each time isn't believed for ever. */
function mayCut({ kind }: SeenPage, past: readonly OrderEvent[]): boolean {
  return kind === 'shipment' && past.filter(({ type }) => type === 'order.cut').length < limits.orderMaxCuts;
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
