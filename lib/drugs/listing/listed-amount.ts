/** An amount of an ingredient: milligrams a unit, a millilitre or gram, or an hour. */
export interface ListedAmount {
  readonly mg: number;
  readonly per: 'ml' | 'h' | null;
}

const MG: Readonly<Record<string, number>> = { kg: 1e6, g: 1000, mg: 1, ug: 0.001, mcg: 0.001, ng: 1e-6 };
const UNIT = /^(kg|g|mg|ug|mcg|ng)\/(\d*\.?\d+)?\s*(mL|L|h|g)?$/i;

/** `10` of `mg/5mL` is 2 mg a millilitre, `25` of `ug/h` 0.025 mg an hour; null for units of effect (`[iU]`, `meq`) and no number. */
export function listedAmount(strength: string, unit: string): ListedAmount | null {
  const value = Number(strength.trim().replace(/,/g, ''));
  const match = UNIT.exec(unit.trim());
  if (!match || strength.trim() === '' || !Number.isFinite(value) || value <= 0) return null;
  const [, mass, count, measure] = match as unknown as [string, string, string?, string?];
  if (count === undefined && measure === undefined) return null;
  const per = measure?.toLowerCase();
  const divisor = Number(count ?? 1) * (per === 'l' ? 1000 : 1);
  const mg = (value * (MG[mass.toLowerCase()] as number)) / divisor;
  if (!Number.isFinite(mg)) return null;
  return {
    mg: Number(mg.toPrecision(9)),
    per: per === undefined ? null : per === 'h' ? 'h' : 'ml',
  };
}
