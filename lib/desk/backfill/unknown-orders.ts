import type { Directory, HistoryLine } from '@/lib/archive';
import { parseOrderNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import type { DraftParty } from '@/lib/order';
import {
  parsePackages,
  readPageDate,
  readPageState,
  SURE,
  type Evidence,
  type PortalProfile,
  type SeenLine,
  type SeenPage,
} from '@/lib/portal';
import { draftFromPage } from '../draft';
import { isOf } from '../known-order';
import type { DeskPorts } from '../ports';
import { sameLines } from '../same-lines';
import { backfillPlace, type BackfillPlace } from './backfill-place';

/**
 * Why an order that isn't known here can't be taken from a page. `no-lines`: the page names it without its lines; `no-day`:
 * no day of it can be read; `state`: it was refused, voided, waits for a signature, or its state can't be read; `doubt`: a
 * quantity or a product isn't sure; `missing`: the page says that it shows only some lines; `tracked`: it may be the one that
 * is tracked here and has no number yet.
 */
export const leftReasons = ['no-lines', 'no-day', 'state', 'doubt', 'missing', 'tracked'] as const;
export type LeftReason = (typeof leftReasons)[number];

export interface UnknownOrder {
  readonly number: OrderNumber;
  readonly place: BackfillPlace;
  readonly lines: readonly HistoryLine[];
}

export interface UnknownOrders {
  readonly takeable: readonly UnknownOrder[];
  readonly left: readonly { readonly number: OrderNumber; readonly why: LeftReason }[];
}

export interface PageOfSupplier {
  readonly page: SeenPage;
  readonly supplier: PortalProfile;
  /** The location that the page is about. */
  readonly purchaser: DraftParty;
  readonly today: PlainDate;
  readonly directory: Directory;
}

interface Shown {
  readonly number: Evidence;
  readonly state: Evidence | null;
  readonly date: Evidence | null;
  readonly lines: readonly SeenLine[];
  readonly isPart: boolean;
}

/** Orders as an order history lists them, and the one that a shipment page is about. */
function shownOn(page: SeenPage): Shown[] {
  const listed = page.orders.map(({ orderNumber: number, state, date, lines = [] }) => ({
    ...{ number, state, date, lines },
    isPart: page.missing !== null,
  }));
  if (page.kind !== 'shipment' || !page.orderNumber) return listed;
  const { orderNumber: number, state, orderDate, shipDate, lines, missing } = page;
  const date = orderDate ?? shipDate;
  return [...listed, { number, state, date, lines, isPart: missing !== null }];
}

/** Orders of this supplier and location that a page shows and nothing here knows. */
export async function unknownOrders(
  ports: Pick<DeskPorts, 'archive'>,
  on: PageOfSupplier,
): Promise<UnknownOrders> {
  const { page, supplier, purchaser, directory } = on;
  const takeable: UnknownOrder[] = [];
  const left: { readonly number: OrderNumber; readonly why: LeftReason }[] = [];
  const waiting = (await ports.archive.openOrders()).filter(
    (order) => order.kind === 'tracked' && order.number === null && order.supplierId === supplier.id,
  );
  const seen = new Set<OrderNumber>();
  for (const shown of shownOn(page)) {
    const number = parseOrderNumber(shown.number.text);
    if (number === null || shown.number.confidence < SURE || seen.has(number)) continue;
    seen.add(number);
    const known = await ports.archive.ordersByNumber(number);
    if (
      known.some(
        (order) =>
          order.supplierId === supplier.id && isOf(directory, order.draft.purchaser, page.purchaserDea),
      )
    )
      continue;
    const place = backfillPlace(directory, {
      supplierId: supplier.id,
      purchaserDea: purchaser.deaNumber,
      number,
    });
    if (place.isTaken) continue;
    const read = readOrder(shown, on, number);
    if (typeof read === 'string') left.push({ number, why: read });
    else if (
      waiting.some((order) => order.orderedOn === read.date || sameLines(order.draft.lines, read.draft))
    )
      left.push({ number, why: 'tracked' });
    else takeable.push({ number, place, lines: read.lines });
  }
  return { takeable, left };
}

function readOrder(
  { state, date: day, lines: shown, isPart }: Shown,
  { page, supplier, purchaser, today }: PageOfSupplier,
  order: OrderNumber,
) {
  if (state !== null && !isBought(state)) return 'state' as const;
  if (shown.length === 0) return 'no-lines' as const;
  if (isPart) return 'missing' as const;
  const date = day && day.confidence >= SURE ? readPageDate(day.text) : null;
  // Nobody kept such records before; a year that was read wrong would make a short history look long.
  if (date === null || date > today || date < '1970-01-01') return 'no-day' as const;
  const draft = draftFromPage({ ...page, lines: shown }, supplier, purchaser).lines;
  const lines: HistoryLine[] = [];
  for (const [index, line] of draft.entries()) {
    const shipped = shown[index]?.shipped ?? null;
    const packages =
      line.packages ?? (shipped && shipped.confidence >= SURE ? parsePackages(shipped.text) : null);
    const isSure = !line.doubtful.some(
      (field) => field === 'packages' || field === 'ndc11' || field === 'name',
    );
    if (packages === null || !isSure || (line.name === '' && line.ndc11 === null)) return 'doubt' as const;
    if (packages === 0) continue;
    lines.push({
      ...{ date, supplierId: supplier.id, product: line.name, packages, order },
      ndc: line.ndc11 ?? shown[index]?.ndc?.text ?? null,
      packageSize: line.doubtful.includes('packageSize') ? null : line.packageSize,
    });
  }
  return lines.length === 0 ? ('no-lines' as const) : { date, draft, lines };
}

/** What counts as bought: an order that the supplier has, as far as its page says. */
function isBought(state: Evidence): boolean {
  const said = readPageState(state.text);
  return said === 'submitted' || said === 'accepted' || said === 'received';
}
