import type { HistoryPage } from '@/lib/archive';
import { situation } from '../context';
import { linesHere } from '../history/lines-here';
import type { DeskPorts } from '../ports';
import { learnUnknown } from '../products/learn-unknown';
import { unknownOrders, type PageOfSupplier } from './unknown-orders';

/** What a press on “Take into the history” came to. */
export interface OrdersTaken {
  readonly orders: number;
  readonly lines: number;
  /** Orders whose every line looks like one that is here: same day, supplier, product and packages. Not taken. */
  readonly alike: number;
}

/**
 * Takes orders that a supplier's page shows, and that nothing here knows, into the history, by a person's press: each a part
 * of its own, so that one which is broken off goes on where it ended. They count in every comparison as imported history
 * does, and say which page they came from.
 */
export async function takeOrders(
  ports: DeskPorts,
  on: PageOfSupplier,
  { origin, url }: { readonly origin: string; readonly url: string },
): Promise<OrdersTaken> {
  const { person } = await situation(ports);
  const { takeable } = await unknownOrders(ports, on);
  const imports = on.directory.imports.filter(({ withdrawn }) => withdrawn === null);
  const isHere = await linesHere(
    ports,
    takeable.flatMap(({ lines }) => lines),
    imports,
  );
  const page: HistoryPage = {
    origin,
    path: new URL(url).pathname,
    seenOn: on.today,
    purchaserDea: on.purchaser.deaNumber,
  };
  const taken = { orders: 0, lines: 0, alike: 0 };
  let last: string | null = null;
  for (const { place, lines } of takeable) {
    if (lines.map(isHere).every(Boolean)) {
      taken.alike += 1;
      continue;
    }
    const { importId, part } = place;
    await ports.archive.append({
      commandId: `${importId}-${part}`,
      who: person?.id ?? 'system',
      orderId: null,
      events: [{ type: 'history.imported', payload: { file: new URL(origin).host, lines, page } }],
    });
    taken.orders += 1;
    taken.lines += lines.length;
    last = importId;
  }
  if (last !== null) await learnUnknown(ports, last);
  return taken;
}
