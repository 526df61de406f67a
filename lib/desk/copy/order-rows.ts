import type { Archive } from '@/lib/archive';
import { utf8 } from '@/lib/base';
import { toCsv, type CsvColumn } from '@/lib/documents';
import type { LineState, OrderState } from '@/lib/order';

const PAGE = 200;

interface Row {
  readonly order: OrderState;
  readonly item: LineState;
}

/** Field names, not sentences: programs read this file too. */
const columns: readonly CsvColumn<Row>[] = [
  { title: 'order_number', value: ({ order }) => order.number },
  { title: 'order_date', value: ({ order }) => order.orderedOn },
  { title: 'state', value: ({ order }) => order.phase },
  { title: 'signed_here', value: ({ order }) => (order.kind === 'signed' ? 'yes' : 'no') },
  { title: 'supplier', value: ({ order }) => order.draft.supplier.name },
  { title: 'supplier_dea', value: ({ order }) => order.draft.supplier.deaNumber },
  { title: 'registrant_dea', value: ({ order }) => order.draft.purchaser.deaNumber },
  { title: 'line', value: ({ item }) => item.line.lineNumber },
  { title: 'ndc', value: ({ item }) => item.line.ndc11 },
  { title: 'product', value: ({ item }) => item.line.name },
  { title: 'schedule', value: ({ item }) => item.line.schedule },
  { title: 'package_size', value: ({ item }) => item.line.packageSize },
  { title: 'packages_ordered', value: ({ item }) => item.ordered },
  { title: 'packages_shipped', value: ({ item }) => item.shipped },
  { title: 'packages_received', value: ({ item }) => item.received },
  { title: 'last_received', value: ({ order }) => order.lastReceivedOn },
];

/** The orders of these years as they stand, newest first; what is older than the oldest of them isn't read. */
export async function* ordersByYear(
  archive: Pick<Archive, 'orders'>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<{ readonly year: string; readonly csv: Uint8Array<ArrayBuffer> }> {
  const oldest = [...wanted].sort()[0] ?? '9999';
  let rows: Row[] = [];
  let year = '';
  const csv = () => ({ year, csv: utf8(toCsv(columns, rows, { bom: true })) });
  let page = await archive.orders({ limit: PAGE });
  while (page.length > 0) {
    for (const order of page) {
      const of = order.orderedOn.slice(0, 4);
      if (of !== year && rows.length > 0) {
        yield csv();
        rows = [];
      }
      year = of;
      if (wanted.has(year)) rows.push(...order.lines.map((item) => ({ order, item })));
    }
    const last = page.at(-1);
    page = last && year >= oldest ? await archive.orders({ limit: PAGE, before: last.orderId }) : [];
  }
  if (rows.length > 0) yield csv();
}
