import Papa from 'papaparse';
import { addDays, daysBetween, type PlainDate } from '@/lib/base';
import type { DemoSupplier } from '../pki/demo-registrants';
import { titleOf as cascadeText } from '../portal/cascade/product-text';
import { descriptionOf as harborText } from '../portal/harbor/product-text';
import { descriptionOf as meridianText } from '../portal/meridian/product-text';
import type { Product } from '../portal/book/products';
import { demands, type Demand } from './demand';
import { normal, randomFrom } from './random';

const DAYS = 730;
/** Mondays and Thursdays. */
const ORDERING_DAYS = new Set([1, 4]);
/** Spread of an order's size around the usual one, in natural logarithms. */
const SPREAD = 0.3;
/** The first is where this pharmacy buys; the others fill in when it is out of stock. */
const SHARES: readonly (readonly [DemoSupplier['id'], number])[] = [
  ['meridian', 0.68],
  ['harbor', 0.2],
  ['cascade', 0.12],
];

/**
 * Two years of plausible orders of the demo pharmacy at its three suppliers, up to the day before `today`, as the CSV
 * that history import reads: date, supplier, ndc, product, package_size, packages. The same arguments give the same text.
 */
export function demoHistory({ today, seed }: { readonly today: PlainDate; readonly seed: number }): string {
  const random = randomFrom(seed);
  const rows: Record<string, string | number>[] = [];
  for (let date = addDays(today, -DAYS); date < today; date = addDays(date, 1)) {
    if (!ORDERING_DAYS.has(new Date(`${date}T00:00Z`).getUTCDay())) continue;
    const daysAgo = daysBetween(date, today);
    for (const demand of demands) {
      const packages = packagesOn(date, daysAgo, demand, random);
      if (packages === 0) continue;
      const supplier = pick(random());
      const { ndc, packageSize } = demand.product;
      rows.push({
        date,
        supplier,
        ndc,
        product: textAt(supplier, demand.product),
        package_size: packageSize,
        packages,
      });
    }
  }
  return Papa.unparse(rows, { newline: '\n' });
}

/** Packages ordered of a product on an ordering day; 0 on most days. Draws the same amount whatever comes out. */
function packagesOn(date: PlainDate, daysAgo: number, demand: Demand, random: () => number): number {
  const [asked, spread] = [random(), normal(random)];
  const trend = (1 + demand.growth) ** (-daysAgo / 365);
  const month = Number(date.slice(5, 7));
  const season = demand.schoolYear && month >= 6 && month <= 8 ? 0.6 : 1;
  if (asked >= demand.chance * season) return 0;
  return Math.max(1, Math.round(demand.usualPackages * trend * Math.exp(SPREAD * spread)));
}

function pick(draw: number): DemoSupplier['id'] {
  let left = draw;
  for (const [supplier, share] of SHARES) {
    if (left < share) return supplier;
    left -= share;
  }
  return 'meridian';
}

/** Each supplier writes the same product its own way. */
function textAt(supplier: DemoSupplier['id'], product: Product): string {
  const item = { ...product, itemNumber: '' };
  if (supplier === 'meridian') return meridianText(item);
  return supplier === 'harbor' ? harborText(item) : cascadeText(item);
}
