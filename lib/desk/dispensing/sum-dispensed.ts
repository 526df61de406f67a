import type { DispensedLine } from '@/lib/archive';
import type { Dispensed } from './read-dispensed';

/** Sums of one calendar month, recorded in one event. */
export interface DispensedMonth {
  /** Months since the year 0, so that a part has the same name whenever the file is read. */
  readonly part: number;
  readonly rows: readonly DispensedLine[];
}

interface Sum {
  units: number;
  baseMg: number | null;
  mme: number | null;
}

/**
 * Sums of a day and substance, added row by row: what is recorded says how much of what went out on a day, and no longer which
 * line, prescription or person that was.
 */
export class DispensedSums {
  readonly #sums = new Map<string, Sum>();

  get size(): number {
    return this.#sums.size;
  }

  add({ date, substanceCode, units, baseMg, mme }: Dispensed): void {
    const key = `${date} ${substanceCode ?? ''}`;
    const sum = this.#sums.get(key);
    if (sum === undefined) {
      this.#sums.set(key, { units, baseMg, mme });
      return;
    }
    sum.units += units;
    sum.baseMg = plus(sum.baseMg, baseMg);
    sum.mme = plus(sum.mme, mme);
  }

  /** Month by month, days in order. */
  months(): readonly DispensedMonth[] {
    const months = new Map<number, DispensedLine[]>();
    for (const key of [...this.#sums.keys()].sort()) {
      const { units, baseMg, mme } = this.#sums.get(key) as Sum;
      const date = key.slice(0, 10) as DispensedLine['date'];
      const part = Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1;
      const rows = months.get(part) ?? [];
      const numbers = { units: round(units), baseMg: round(baseMg), mme: round(mme) };
      rows.push({ date, substanceCode: key.slice(11) || null, ...numbers });
      months.set(part, rows);
    }
    return [...months].map(([part, rows]) => ({ part, rows }));
  }
}

/** A sum of which a part isn't known isn't known: half of it would hide what is missing (a patch has a factor, an injection none). */
function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** To thousandths, so that the order of the rows leaves no trace in the last digits. */
function round<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 1_000) / 1_000) as T;
}
