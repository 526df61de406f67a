import type { Product } from './product';

/** Hours that one patch is worn, by DEA drug code: fentanyl three days, buprenorphine seven (labelling). */
const PATCH_HOURS: Readonly<Record<string, number>> = { '9801': 72, '9064': 168 };

/** Dosage units (tablets, patches, millilitres) in so many packages; null where the package size is unknown. */
export function unitsOf(product: Product, packages: number): number | null {
  return product.packageSize !== null && packages > 0 && Number.isFinite(packages)
    ? exact(product.packageSize * packages)
    : null;
}

/**
 * Milligrams of anhydrous base in so many packages: units × strength × salt factor; a patch counts what it delivers
 * while worn. Null where substance, strength or package size is unknown: not checked, never zero.
 */
export function baseMgOf(product: Product, packages: number): number | null {
  const units = unitsOf(product, packages);
  if (
    units === null ||
    product.substance === null ||
    product.strengthMg === null ||
    product.saltFactor === null
  )
    return null;
  const hours = product.form === 'patch' ? (PATCH_HOURS[product.substance.code] ?? null) : 1;
  if (hours === null) return null;
  return exact(units * product.strengthMg * hours) * product.saltFactor;
}

/**
 * Milligrams of morphine equivalents in so many packages, from stated strengths (CDC 2022, as in `mmeFactor`); a patch
 * counts each day that it is worn. Null where no factor applies or anything is unknown.
 */
export function mmeOf(product: Product, packages: number): number | null {
  const units = unitsOf(product, packages);
  if (units === null || product.strengthMg === null || product.mmeFactor === null) return null;
  if (product.form !== 'patch') return exact(units * product.strengthMg * product.mmeFactor);
  const hours = product.substance && PATCH_HOURS[product.substance.code];
  return hours ? exact(units * product.strengthMg * 1000 * product.mmeFactor * (hours / 24)) : null;
}

/** Takes off binary noise, so that 2 × 5 mg and 1 × 10 mg are the same number. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
