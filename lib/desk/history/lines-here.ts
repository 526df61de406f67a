import type { Archive, HistoryImport, HistoryLine } from '@/lib/archive';
import { parseNdc, type PlainDate } from '@/lib/base';
import { comesIn } from '@/lib/order';
import type { DeskPorts } from '../ports';
import { supplierKeys } from '../supplier-key';

interface Bought {
  readonly date: PlainDate;
  readonly supplier: string;
  readonly ndc: string | null;
  readonly product: string;
  readonly packages: number;
  /** The number of its order; null where it isn't said. */
  readonly order: string | null;
}

/** A line that is here; one that was matched is used up, so that two alike take two. */
interface Kept {
  readonly code: string | null;
  readonly order: string | null;
  left: boolean;
}

const codeOf = ({ ndc }: Bought) => (ndc === null ? null : (parseNdc(ndc) ?? ndc.replace(/\D/g, '')));

/** Under which a line is looked for: by NDC, and by name for lines that have none. */
function keysOf(bought: Bought): string[] {
  const { date, supplier, product, packages } = bought;
  const name = product.trim().toLowerCase().replace(/\s+/g, ' ');
  return [codeOf(bought), name].flatMap((what) => (what ? [`${date} ${packages} ${supplier} ${what}`] : []));
}

class Here {
  readonly #byKey = new Map<string, Kept[]>();

  add(bought: Bought): void {
    const kept = { code: codeOf(bought), order: bought.order, left: true };
    for (const key of keysOf(bought)) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), kept]);
  }

  take(bought: Bought): boolean {
    const code = codeOf(bought);
    const agree = (a: string | null, b: string | null) => a === null || b === null || a === b;
    // Two NDCs are two products, whatever their names, and two order numbers are two orders.
    const isAlike = (kept: Kept) => kept.left && agree(kept.code, code) && agree(kept.order, bought.order);
    for (const key of keysOf(bought)) {
      const found = this.#byKey.get(key)?.find(isAlike);
      if (!found) continue;
      found.left = false;
      return true;
    }
    return false;
  }
}

/** Month by month, and only months that the file has days of. */
async function addOrders(
  archive: Archive,
  here: Here,
  name: (said: string) => string,
  months: ReadonlySet<string>,
): Promise<void> {
  for (const month of months) {
    const [first, last] = [`${month}-01`, `${month}-31`] as [PlainDate, PlainDate];
    for (const { orderedOn: date, supplierId, draft, lines, number: order } of await archive.ordersBetween(
      first,
      last,
    )) {
      const supplier = name(supplierId ?? draft.supplier.deaNumber ?? draft.supplier.name ?? '');
      for (const { line, ordered: packages } of lines)
        here.add({ date, supplier, ndc: line.ndc11, product: line.name, packages, order });
    }
  }
}

async function addBeside(archive: Archive, here: Here, name: (said: string) => string, from: PlainDate) {
  const limit = 200;
  for (let before: string | undefined; ;) {
    const page = await archive.besideRecords({ limit, ...(before === undefined ? {} : { before }) });
    for (const { record, withdrawn } of page) {
      if (withdrawn !== null || !comesIn(record.kind)) continue;
      const supplier = name(record.other?.deaNumber ?? record.other?.name ?? '');
      for (const { ndc11: ndc, name: product, packages } of record.lines)
        here.add({ date: record.date, supplier, ndc, product, packages, order: null });
    }
    const last = page.at(-1);
    if (!last || page.length < limit || last.record.date < from) return;
    before = last.id;
  }
}

/**
 * Compares lines of earlier orders with orders, records and imports that are here: same day, supplier, product and packages.
 * Each answer uses the line up that it found, so that two alike take two.
 */
export async function linesHere(
  { archive }: Pick<DeskPorts, 'archive'>,
  lines: readonly HistoryLine[],
  imports: readonly Pick<HistoryImport, 'id' | 'from' | 'to'>[],
): Promise<(line: HistoryLine) => boolean> {
  const days = lines.map(({ date }) => date).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return () => false;
  const key = supplierKeys(await archive.directory());
  const name = (said: string) => key(said).toLowerCase();
  const bought = ({ supplierId, ...line }: HistoryLine): Bought => ({
    ...{ ...line, order: line.order ?? null },
    supplier: name(supplierId),
  });
  const here = new Here();
  for (const { id } of imports.filter((one) => one.from <= to && one.to >= from))
    for await (const part of archive.importedLines(id)) for (const line of part) here.add(bought(line));
  await addOrders(archive, here, name, new Set(days.map((day) => day.slice(0, 7))));
  await addBeside(archive, here, name, from);
  return (line) => here.take(bought(line));
}
