import { limits } from '@/lib/base';
import { substances, type ProductFacts } from '@/lib/drugs';

/** What a person typed of a product. */
export interface TypedProduct {
  readonly controlled: boolean;
  readonly substance: string;
  readonly strength: string;
  readonly size: string;
  /** Empty: as the text says. */
  readonly form: string;
}

/** What can't be taken as typed. */
export interface FactFaults {
  readonly substance: boolean;
  readonly strength: boolean;
  readonly size: boolean;
}

/** One option of the list: two substances of one name differ by their code. */
export function substanceLabel({ name, code }: { readonly name: string; readonly code: string }): string {
  return `${name} · ${code}`;
}

/** The code of a substance that was chosen from the list or typed out; null for any other text. */
export function substanceNamed(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const chosen = substances.find((choice) => substanceLabel(choice) === text || choice.code === text);
  if (chosen) return chosen.code;
  const named = substances.filter(({ name }) => name === text);
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}

/** A number above zero (`7.5`, `1,000`); undefined for nothing typed, null for anything else. */
function numberIn(text: string, most: number): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/.test(trimmed)) return null;
  const value = Number(trimmed.replaceAll(',', ''));
  return value > 0 && value <= most ? value : null;
}

/** Facts as typed; null with what is wrong where they can't be taken. */
export function readFacts({ controlled, substance, strength, size, form }: TypedProduct): {
  readonly facts: ProductFacts | null;
  readonly faults: FactFaults;
} {
  const fine = { substance: false, strength: false, size: false };
  if (!controlled) {
    const rest = { strengthMg: null, form: null, packageSize: null };
    return { facts: { substanceCode: null, ...rest, schedule: 'none' }, faults: fine };
  }
  const code = substanceNamed(substance);
  const mg = numberIn(strength, limits.productStrengthMaxMg);
  const units = numberIn(size, limits.productPackageMax);
  const faults = { substance: code === null, strength: mg === null, size: units === null };
  if (code === null || mg === null || units === null) return { facts: null, faults };
  const said = { strengthMg: mg ?? null, form: form === '' ? null : form, packageSize: units ?? null };
  return { facts: { substanceCode: code, ...said, schedule: null }, faults };
}
