import { parsePlainDate } from '@/lib/base';
import { readCsv } from '../eval/read-csv';
import { dayNumber } from '../../lib/som/past';

/** One real order: what a buyer asked a supplier for on a day, of one substance. Days from 1970-01-01. */
export interface RealOrder {
  readonly day: number;
  readonly supplierId: string;
  readonly baseMg: number;
  /** Milligrams of base by strength, where the strength is known. */
  readonly byStrength: ReadonlyMap<number, number>;
}

const COLUMNS = ['buyer', 'supplier', 'date', 'code', 'drug_code', 'base_g', 'strength_mg'] as const;
/** Returns, and what never arrived: no orders. */
const NO_ORDER = new Set(['R', 'V', 'X']);

/** The orders of each buyer and substance, oldest first, from order lines in the columns of arcos-orders.csv. */
export async function realOrders(file: string): Promise<ReadonlyMap<string, readonly RealOrder[]>> {
  const found = new Map<string, Map<string, RealOrder>>();
  for (const row of await readCsv(file, COLUMNS)) {
    const date = parsePlainDate(row.date);
    const baseMg = Number(row.base_g) * 1_000;
    if (date === null || !(baseMg > 0) || NO_ORDER.has(row.code)) continue;
    const name = `${row.buyer} ${row.drug_code.slice(0, 4)}`;
    const orders = found.get(name) ?? new Map<string, RealOrder>();
    found.set(name, orders);
    const key = `${date} ${row.supplier}`;
    const known = orders.get(key);
    const byStrength = new Map(known?.byStrength);
    const strength = Number(row.strength_mg);
    if (strength > 0) byStrength.set(strength, (byStrength.get(strength) ?? 0) + baseMg);
    orders.set(key, {
      day: dayNumber(date),
      supplierId: row.supplier,
      baseMg: baseMg + (known?.baseMg ?? 0),
      byStrength,
    });
  }
  const sorted = [...found].map(
    ([name, orders]) => [name, [...orders.values()].sort((a, b) => a.day - b.day)] as const,
  );
  return new Map(sorted);
}
