import { foldText, tokensOf } from './fold-text';
import { printedSchedule } from './read-schedule';
import { confusableNames } from './confusable-names';
import { substanceTable } from './table';

/** Fewer letters abbreviate everything. */
const LEAST_LETTERS = 3;
/** Forms, units and salts as portals cut them: they tell of no substance. */
const SAYS_NOTHING = new Set(
  `tab tabs tbl tablet tablets cap caps capsule capsules sol soln solution inj vial amp ampul btl bottle pkg pack box each
mcg cream crm oint lot susp syr syrup elix liq liquid drops spray patch dis film gel supp powder hcl hbr sulf sulfate sod sodium
ext rel extended release chew disp odt the and for with unit dose per oral blister adult child fruit cherry orange mint
hydrochloride chloride phosphate potassium acid ester leaf oil gum concentrate`.split(/\s+/),
);

const wordsOf = (names: string) =>
  names
    .split('|')
    .flatMap((name) => tokensOf(name))
    .filter((word) => word.length > LEAST_LETTERS && !SAYS_NOTHING.has(word));

/** Words of controlled names by their first letter. */
const words = new Map<string, string[]>();
for (const { name, synonyms, brands } of substanceTable)
  for (const word of new Set([name, synonyms, ...brands.map(({ names }) => names)].flatMap(wordsOf))) {
    const start = word.charAt(0);
    words.set(start, [...(words.get(start) ?? []), word]);
  }

/**
 * Whether a text that isn't recognised may stand for a controlled substance: it prints a schedule, or one of its words is
 * short for a controlled name (`OXC`, `HYDROCDN`: its letters in their order, from the first). A guess for what to show
 * first, and for nothing else: what it denies is as unknown as before.
 */
export function mayBeControlled(description: string): boolean {
  return (
    printedSchedule(foldText(description), false) !== null || tokensOf(description).some(isShortForControlled)
  );
}

function isShortForControlled(token: string): boolean {
  if (token.length < LEAST_LETTERS || SAYS_NOTHING.has(token)) return false;
  // Whole, or nearly: another drug's own name.
  if (token.length > 6 && confusableNames.some((name) => name.startsWith(token))) return false;
  return (words.get(token.charAt(0)) ?? []).some((word) => isWithin(token, word));
}

/** All letters of `short`, in their order, in `long`. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
