import { confusableNames } from './confusable-names';
import { tokensOf } from './fold-text';
import { partners, substanceTable, type Partner, type SubstanceFacts } from './table';

/** What a name in a text stands for: a controlled substance (with what a trade name implies) or a known partner. */
export type Meaning =
  | {
      readonly kind: 'substance';
      readonly facts: SubstanceFacts;
      readonly partners: readonly string[];
      readonly salt: string | null;
      /** An abbreviation that says nothing where no partner stands beside it. */
      readonly needsPartner: boolean;
    }
  | { readonly kind: 'partner'; readonly partner: Partner };

/** A cut-off word needs this many letters before it may stand for a whole name. */
const PREFIX_LETTERS = 6;

function buildExact(): ReadonlyMap<string, Meaning> {
  const index = new Map<string, Meaning>();
  const add = (name: string, meaning: Meaning) => {
    const key = tokensOf(name).join(' ');
    if (key !== '' && !index.has(key)) index.set(key, meaning);
  };
  for (const facts of substanceTable) {
    const plain = { kind: 'substance', facts, partners: [], salt: null } as const;
    for (const name of [facts.name, ...facts.synonyms.split('|')])
      add(name, { ...plain, needsPartner: false });
    for (const name of facts.besidePartner.split('|')) add(name, { ...plain, needsPartner: true });
    for (const { names, partners: implied, salt } of facts.brands)
      for (const name of names.split('|'))
        add(name, { ...plain, partners: implied, salt, needsPartner: false });
  }
  for (const partner of partners)
    for (const name of [partner.name, ...partner.synonyms.split('|')])
      add(name, { kind: 'partner', partner });
  return index;
}

const exact = buildExact();
const longest = Math.max(...[...exact.keys()].map((key) => key.split(' ').length));
/** Single words by their first letters, since every word of a page's products is looked up. */
const wholeWords = new Map<string, string[]>();
for (const key of exact.keys()) {
  if (key.includes(' ') || key.length <= PREFIX_LETTERS) continue;
  const start = key.slice(0, PREFIX_LETTERS);
  wholeWords.set(start, [...(wholeWords.get(start) ?? []), key]);
}

/** The name that begins at token `at` and spans the most tokens; null where none does. */
export function meaningAt(
  tokens: readonly string[],
  at: number,
): { readonly meaning: Meaning; readonly length: number } | null {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    const meaning = exact.get(tokens.slice(at, at + length).join(' '));
    if (meaning) return { meaning, length };
  }
  const cut = meaningOfPrefix(tokens[at] as string);
  return cut && { meaning: cut, length: 1 };
}

/** A word that portals cut off (`HYDROMORPHO`), where only one substance or partner begins like it. */
function meaningOfPrefix(word: string): Meaning | null {
  if (word.length < PREFIX_LETTERS || confusableNames.some((name) => name.startsWith(word))) return null;
  const meanings = (wholeWords.get(word.slice(0, PREFIX_LETTERS)) ?? [])
    .filter((name) => name.startsWith(word))
    .map((name) => exact.get(name) as Meaning);
  const names = new Set(
    meanings.map((meaning) => (meaning.kind === 'partner' ? meaning.partner.name : meaning.facts.name)),
  );
  return names.size === 1 ? (meanings[0] as Meaning) : null;
}
