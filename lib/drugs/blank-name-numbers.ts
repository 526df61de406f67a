import { tokensOf } from './fold-text';
import { substanceTable } from './table';

/** Names with a number in them, wherever it stands (`DILAUDID-5`, `INFUMORPH 500`). */
const numberedNames = substanceTable
  .flatMap(({ synonyms, brands }) => [synonyms, ...brands.map(({ names }) => names)])
  .flatMap((names) => names.split('|'))
  .filter((name) => /\d/.test(name))
  .map(
    (name) =>
      new RegExp(String.raw`(?<![a-z\d])${tokensOf(name).join(String.raw`[^a-z\d]*`)}(?![a-z\d.])`, 'g'),
  );

/** The partner's amount without its unit (`10MG/APAP 325`), as acetaminophen, aspirin and ibuprofen are dosed. */
const PARTNER_AMOUNT =
  /(?<![a-z])(?:apap|acet[a-z]*|asa|aspirin|ibu[a-z]*) (?:200|300|325|400|500|650|750)(?![\d.,]|\s*(?:[-/@]|ea|ct|count))/;

/**
 * Takes out of `rest` (folded text without its strength) numbers that belong to a name, so that `DILAUDID-5 TAB 2MG` isn't
 * five tablets, nor `LORTAB 10 TABS (… 10MG` ten: before the strength its own number is part of the name.
 */
export function blankNameNumbers(rest: string, text: string, strengthMg: number | null): string {
  const blanked = numberedNames.reduce(
    (left, name) => left.replace(name, (found) => ' '.repeat(found.length)),
    rest.replace(PARTNER_AMOUNT, (found) => ' '.repeat(found.length)),
  );
  if (strengthMg === null) return blanked;
  const strengthAt = [...text].findIndex((letter, i) => letter !== rest[i]);
  const own = new RegExp(
    String.raw`(?<![\d.,/-])${String(strengthMg).replace('.', String.raw`\.`)}(?=\s*(?:tab|cap))`,
  );
  const before = blanked.slice(0, Math.max(strengthAt, 0));
  return before.replace(own, (found) => ' '.repeat(found.length)) + blanked.slice(before.length);
}
