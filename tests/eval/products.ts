import type { ScheduleOrNone } from '@/lib/base';
import { recogniseProduct } from '@/lib/drugs';
import { readCsv } from './read-csv';

/** One answer of `npm run -s eval -- products FILE.csv`; what isn't known is null. */
export interface ProductResult {
  readonly row: number;
  /** Generic name. */
  readonly substance: string | null;
  /** DEA drug code. */
  readonly code: string | null;
  readonly schedule: ScheduleOrNone | null;
  readonly strengthMg: number | null;
  readonly form: string | null;
  readonly packageSize: number | null;
}

/** Recognises every row of a CSV with the columns `text` and `ndc`, either of which may be empty. */
export async function* evalProducts(file: string): AsyncGenerator<ProductResult> {
  for (const [row, { text, ndc }] of (await readCsv(file, ['text', 'ndc'])).entries()) {
    const product = recogniseProduct({
      description: text,
      ndc: ndc || null,
      strength: null,
      form: null,
      packageSize: null,
      schedule: null,
    });
    yield {
      row,
      substance: product.substance?.name ?? null,
      code: product.substance?.code ?? null,
      schedule: product.schedule,
      strengthMg: product.strengthMg,
      form: product.form,
      packageSize: product.packageSize,
    };
  }
}
