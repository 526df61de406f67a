import { countedPackages, type Archive, type Directory } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import { baseMgOf, unitsOf } from '@/lib/drugs';
import { textOf } from '../product-of';
import { productOnRecord } from './product-on-record';

/** What was ordered of a substance and didn't come. */
export interface NotShipped {
  readonly substanceCode: string;
  readonly strengthMg: number | null;
  readonly baseMg: number;
  readonly units: number;
}

/**
 * What suppliers were asked for on a day beyond what counts as purchased: short, void, refused. An order that was lost never
 * reached its supplier.
 */
export async function notShipped(
  archive: Archive,
  directory: Pick<Directory, 'products'>,
  date: PlainDate,
): Promise<readonly NotShipped[]> {
  const orders = await archive.ordersBetween(date, date);
  return orders
    .filter(({ phase }) => phase !== 'lost')
    .flatMap((state) => {
      const counted = countedPackages(state);
      return state.lines.flatMap(({ line, ordered }, index) => {
        const product = productOnRecord(textOf(line), directory);
        const missing = Math.max(0, ordered - (counted[index] ?? 0));
        const [baseMg, units] = product ? [baseMgOf(product, missing), unitsOf(product, missing)] : [];
        if (!product?.substance || !baseMg || !units) return [];
        return [{ substanceCode: product.substance.code, strengthMg: product.strengthMg, baseMg, units }];
      });
    });
}
