import { limits } from '@/lib/base/light';

/** Words that may follow a number of packages: "3 BTL", "2 EA". */
const UNIT =
  /^(?:ea|each|btl|bottles?|bt|pk|pkg|pkgs|packs?|packages?|bx|box(?:es)?|cs|cases?|ct|vials?|units?|x)\.?$/i;

/**
 * The number of packages that a quantity cell says: whole and at most `limits.packagesMax`. Reads "3", "1,000",
 * "3.00", "2 EA", "2 x 100" (two packages). Null for anything else, such as "1e2", "010", "2.5", "−1" or full-width
 * digits (attacks.md 89): an amount is never guessed.
 */
export function parsePackages(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?:\s*(x)\s*\d[\d,]*|\s*([a-z.]+))?$/i.exec(text.trim());
  if (!match) return null;
  const [, digits = '', times, unit] = match;
  if (unit && !UNIT.test(unit)) return null;
  if (digits.startsWith('0') && (digits.length > 1 || times)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return value <= limits.packagesMax ? value : null;
}
