import { limits } from '@/lib/base/light';

/** Words that may follow a number of packages: "3 BTL", "2 EA". */
const UNIT = String.raw`(?:ea|each|btls?|bottles?|bt|pk|pkg|pkgs|packs?|packages?|bx|box(?:es)?|cs|cases?|cartons?|ctn|ct|vials?|units?|x)\.?`;
/** What one package holds, said with the number of packages: "2 x 100", "2 × 100 ct", "3 btl of 100". */
const SIZED = new RegExp(
  String.raw`^(\d{1,4})\s*(?:[x×]\s*|${UNIT}\s*(?:of|x|×|@)\s*)(\d{1,3}(?:,\d{3})+|\d+)\s*(?:ea|each|ct|count|'?s|tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|ml|vials?|syringes?)?\.?$`,
  'i',
);
const COUNT = new RegExp(String.raw`^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?:\s*${UNIT})?$`, 'i');

/**
 * The number of packages that a quantity cell says: whole and at most `limits.packagesMax`. Reads "3", "1,000",
 * "3.00", "2 EA", "2 x 100" (two packages). Null for anything else, such as "1e2", "010", "2.5", "−1" or full-width
 * digits (attacks.md 89): an amount is never guessed.
 */
export function parsePackages(text: string): number | null {
  const said = text.trim();
  const sized = SIZED.exec(said);
  const digits = (sized ?? COUNT.exec(said))?.[1];
  if (digits === undefined) return null;
  if (digits.startsWith('0') && (digits.length > 1 || sized)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return value <= limits.packagesMax ? value : null;
}

/** How many units one package holds, where the text of a quantity says that too: "2 x 100" is two packages of "100". */
export function sizeBesidePackages(text: string): string | null {
  const size = parsePackages(text) === null ? undefined : SIZED.exec(text.trim())?.[2];
  return size === undefined || /^0/.test(size) ? null : size;
}
