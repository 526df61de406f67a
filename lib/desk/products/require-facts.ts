import { CountersignError, limits } from '@/lib/base';
import { substanceByCode, type ProductFacts } from '@/lib/drugs';
import { say } from '@/lib/words';

/** Facts as they go on record. Throws `product/facts-invalid`. */
export function requireFacts({
  substanceCode,
  strengthMg,
  form,
  packageSize,
  schedule,
}: ProductFacts): ProductFacts {
  const refuse = (field: 'substance' | 'strength' | 'packageSize', value: string | number) =>
    new CountersignError('product/facts-invalid', { field: say(`products.field.${field}`), value });
  if (substanceCode === null)
    return { substanceCode, strengthMg: null, form: null, packageSize: null, schedule: 'none' };
  if (substanceByCode(substanceCode) === null) throw refuse('substance', substanceCode);
  if (strengthMg !== null && !(strengthMg > 0 && strengthMg <= limits.productStrengthMaxMg))
    throw refuse('strength', strengthMg);
  if (packageSize !== null && !(packageSize > 0 && packageSize <= limits.productPackageMax))
    throw refuse('packageSize', packageSize);
  return { substanceCode, strengthMg, form, packageSize, schedule };
}
