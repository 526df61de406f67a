import { toCsv } from '@/lib/documents';
import { say } from '@/lib/words';
import type { IncreaseModel } from './views';

/** Thirteen months of figures as a spreadsheet reads them. */
export function increaseCsv({ trend, supplier }: IncreaseModel): string {
  return toCsv<IncreaseModel['trend'][number]>(
    [
      { title: say('increase.csv.month'), value: ({ month }) => month },
      { title: say('increase.csv.units'), value: ({ units }) => units },
      {
        title: say('increase.csv.of-supplier', { supplier: supplier.name ?? '' }),
        value: ({ ofSupplier }) => ofSupplier,
      },
    ],
    trend,
    { bom: true },
  );
}
