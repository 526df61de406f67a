import type { Contribution } from './rows';

/** The months of substances whose daily sums were moved by one act, to be added up anew at its end. */
export class TouchedMonths {
  private readonly months = new Map<string, Set<string>>();

  add({ substanceCode, date }: Pick<Contribution, 'substanceCode' | 'date'>): void {
    const months = this.months.get(substanceCode) ?? new Set();
    this.months.set(substanceCode, months.add(date.slice(0, 7)));
  }

  /** By substance; empties itself. */
  take(): [substanceCode: string, months: readonly string[]][] {
    const taken = [...this.months].map(([code, months]): [string, string[]] => [code, [...months].sort()]);
    this.months.clear();
    return taken;
  }
}
