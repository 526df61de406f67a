import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from './collect';
import { evalSomCompare } from './som-compare';

const real = join(process.env.COUNTERSIGN_DATA ?? '../shared/data', 'arcos-orders.csv');
/** Minutes: by `npm run test:long`. */
const isLong = process.env.COUNTERSIGN_SOM_COMPARE === '1';

/** What the engine is held to on buyers that nothing was tuned on (som.md 4), all in one run. */
describe.skipIf(!isLong || !existsSync(real))('the comparison of rules on real orders', () => {
  it('finds more than the formulas as given, early and over all suppliers, at the same number of alerts', async () => {
    const rows = (await collect(evalSomCompare(real))) as readonly Readonly<Record<string, unknown>>[];
    const figure = (row: (typeof rows)[number] | undefined, name: string) => Number(row?.[name]);
    for (const madeUp of [1, 2]) {
      const of = (rule: string) => rows.find((row) => row.rule === rule && row.madeUp === madeUp);
      const [ours, given] = [of('this engine'), of('formulas as given')];
      for (const recall of ['recall5At05', 'recall7At05'])
        expect(figure(ours, recall)).toBeGreaterThanOrEqual(figure(given, recall) + 0.06);
    }
    const early = rows.filter((row) => 'falseAlarms' in row);
    expect(early.map((row) => row.ordersBefore)).toEqual([1, 2, 3, 4, 5]);
    const alarms = early.reduce((sum, row) => sum + figure(row, 'falseAlarms'), 0) / early.length;
    expect(alarms).toBeLessThanOrEqual(0.04);
    const split = rows.at(-1);
    expect(figure(split, 'allSuppliers')).toBeGreaterThanOrEqual(figure(split, 'bestSingleSupplier') + 0.3);
  });
});
