import type { NewEvent } from '@/lib/archive';
import type { LineQuantity, OrderEvent, OrderState, Seen } from '@/lib/order';
import { parsePackages, readPageDate, SURE, type SeenPage } from '@/lib/portal';
import type { LineOnPage } from './line-of-page';

type Known = ReadonlyMap<number, number>;

/** Packages by line on each invoice that is on record. */
export function invoicesOf(events: readonly OrderEvent[]): ReadonlyMap<string, Known> {
  const invoices = new Map<string, Map<number, number>>();
  for (const event of events) {
    if (event.type !== 'order.shipped' || !event.payload.invoice) continue;
    const { number, lines } = event.payload.invoice;
    const of = invoices.get(number) ?? new Map<number, number>();
    for (const { lineNumber, packages } of lines)
      of.set(lineNumber, Math.max(packages, of.get(lineNumber) ?? 0));
    invoices.set(number, of);
  }
  return invoices;
}

/**
 * The number of the invoice whose own quantities a page shows. An order's own page, which says where the order stands, shows
 * the totals of the order, whatever invoice it names last.
 */
function invoiceOf({ invoiceNumber, state, url }: SeenPage): string | null {
  if (!invoiceNumber || invoiceNumber.confidence < SURE) return null;
  const isOwnPage = /^[^?#]*(?:invoice|shipment|packing)/i.test(url);
  if (state !== null && !isOwnPage) return null;
  return invoiceNumber.text.replace(/[\s#]/g, '').toUpperCase() || null;
}

/** What the page surely says was shipped; a quantity that is doubtful says nothing. */
function figuresOf(lines: readonly LineOnPage[]): LineQuantity[] {
  return lines.flatMap(({ lineNumber, seen: { shipped } }) => {
    const packages = shipped && shipped.confidence >= SURE ? parsePackages(shipped.text) : null;
    return packages === null ? [] : [{ lineNumber, packages }];
  });
}

/**
 * What a page adds to what is known to be shipped. Totals of an order's page count as they are; the invoices of partial
 * shipments add up, each of them once by its number, however often it is opened.
 */
export function shippedEvents(
  order: OrderState,
  page: SeenPage,
  {
    lines,
    invoices,
    seen,
  }: {
    readonly lines: readonly LineOnPage[];
    readonly invoices: ReadonlyMap<string, Known>;
    readonly seen: Seen;
  },
): NewEvent[] {
  const figures = figuresOf(lines);
  const date = page.shipDate ? readPageDate(page.shipDate.text) : null;
  const number = invoiceOf(page);
  const others = [...invoices].filter(([other]) => other !== number).map(([, of]) => of);
  const elsewhere = (line: number) => others.reduce((sum, of) => sum + (of.get(line) ?? 0), 0);
  const orderOf = (line: number) => order.lines.find((one) => one.line.lineNumber === line);
  // More than was ordered, were it to be added: then the page shows running totals, and names the last invoice only.
  const isRunning =
    figures.every(({ lineNumber, packages }) => packages >= elsewhere(lineNumber)) &&
    figures.some(
      ({ lineNumber, packages }) =>
        elsewhere(lineNumber) > 0 && elsewhere(lineNumber) + packages > (orderOf(lineNumber)?.ordered ?? 0),
    );
  if (number === null || isRunning) {
    const isNews = figures.some(({ lineNumber, packages }) => packages > (orderOf(lineNumber)?.shipped ?? 0));
    return isNews ? [{ type: 'order.shipped', payload: { lines: figures, date, seen } }] : [];
  }
  const own = invoices.get(number);
  if (!figures.some(({ lineNumber, packages }) => packages > (own?.get(lineNumber) ?? 0))) return [];
  const totals = figures.map(({ lineNumber, packages }) => ({
    lineNumber,
    packages: elsewhere(lineNumber) + Math.max(packages, own?.get(lineNumber) ?? 0),
  }));
  return [
    { type: 'order.shipped', payload: { lines: totals, date, seen, invoice: { number, lines: figures } } },
  ];
}
