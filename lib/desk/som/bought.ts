import { countedPackages, type Archive, type Directory, type HistoryLine } from '@/lib/archive';
import type { PlainDate, ScheduleOrNone } from '@/lib/base';
import { mmeOf, recogniseProduct, unitsOf, type Product, type ProductText } from '@/lib/drugs';
import { comesIn } from '@/lib/order';
import type { RatioFact } from '@/lib/som';
import { productOnRecord } from './product-on-record';

export interface BoughtBetween {
  readonly archive: Archive;
  readonly directory: Directory;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What a line says of its product, wherever it stands. */
interface Bought {
  readonly date: PlainDate;
  readonly name: string;
  readonly ndc: string | null;
  readonly strength: string | null;
  readonly form: string | null;
  readonly packageSize: number | null;
  readonly schedule: ScheduleOrNone | null;
  readonly packages: number;
}

/** Everything that was bought between two days, controlled or not: orders, records beside them, earlier orders from files. */
export async function* boughtBetween(wanted: BoughtBetween): AsyncIterable<RatioFact> {
  const factOf = factReader(wanted.directory);
  for (const source of [ordered, beside, imported])
    for await (const line of source(wanted)) {
      if (line.date < wanted.from || line.date > wanted.to || line.packages === 0) continue;
      const fact = factOf(line);
      if (fact !== null) yield fact;
    }
}

/** The same products come again and again: each text is recognised once. Null: not known, or of no known package size. */
function factReader(directory: Directory): (line: Bought) => RatioFact | null {
  const seen = new Map<string, Product | null>();
  return ({ date, name, ndc, strength, form, packageSize, schedule, packages }) => {
    const size = packageSize === null ? null : String(packageSize);
    const text: ProductText = { description: name, ndc, strength, form, packageSize: size, schedule };
    const key = JSON.stringify(text);
    const known = seen.get(key);
    const product = known === undefined ? productOnRecord(text, directory) : known;
    seen.set(key, product);
    if (product === null) return null;
    const { substance, strengthMg } = product;
    // What nobody recognises is neither: only a schedule that says so makes a line one that isn't controlled.
    if (substance === null && product.schedule !== 'none') return null;
    const amount = Math.abs(packages);
    const sign = Math.sign(packages);
    const units = unitsOf(product, amount);
    if (units === null) return null;
    const mme = substance && mmeOf(product, amount);
    return {
      date,
      substanceCode: substance?.code ?? null,
      strengthMg,
      units: sign * units,
      mme: mme && sign * mme,
    };
  };
}

/** Month by month, so that no more than one month of orders is held at once. */
async function* ordered({ archive, from, to }: BoughtBetween): AsyncIterable<Bought> {
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = after(month)) {
    const [first, last] = [`${month}-01`, `${month}-31`] as [PlainDate, PlainDate];
    for (const state of await archive.ordersBetween(first, last)) {
      const counted = countedPackages(state);
      for (const [index, line] of state.draft.lines.entries())
        yield {
          ...line,
          ...{ date: state.orderedOn, ndc: line.ndc11, packages: counted[index] ?? 0 },
        };
    }
  }
}

async function* beside({ archive, from }: BoughtBetween): AsyncIterable<Bought> {
  const limit = 200;
  for (let before: string | undefined; ;) {
    const page = await archive.besideRecords({ limit, ...(before === undefined ? {} : { before }) });
    for (const { record, withdrawn } of page) {
      const sign = comesIn(record.kind) ? 1 : record.kind === 'return' ? -1 : 0;
      if (withdrawn !== null || sign === 0) continue;
      for (const line of record.lines) {
        const loose = line.packageSize === null ? 0 : line.looseUnits / line.packageSize;
        const packages = sign * (line.packages + loose);
        yield { ...line, date: record.date, ndc: line.ndc11, form: null, packages };
      }
    }
    const last = page.at(-1);
    if (!last || page.length < limit || last.record.date < from) return;
    before = last.id;
  }
}

async function* imported({ archive, directory, from, to }: BoughtBetween): AsyncIterable<Bought> {
  const meant = directory.imports.filter((one) => one.withdrawn === null && one.from <= to && one.to >= from);
  for (const { id } of meant)
    for await (const lines of archive.importedLines(id)) for (const line of lines) yield ofFile(line);
}

/** A file of earlier orders has no schedules: a name of no controlled substance is taken for what it is. */
function ofFile({ date, product: name, ndc, packageSize, packages }: HistoryLine): Bought {
  const text = { description: name, ndc, strength: null, form: null, packageSize: null, schedule: null };
  const isNamed = /[a-z]{3}/i.test(name) && recogniseProduct(text).substance === null;
  return {
    ...{ date, name, ndc, packageSize, packages, strength: null, form: null },
    schedule: isNamed ? 'none' : null,
  };
}

function after(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
