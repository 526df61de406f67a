import { meaningAt } from './name-index';
import type { Partner, SubstanceFacts } from './table';
import { partners as partnerTable } from './table';

/** One naming of a controlled substance. */
export interface Mention {
  readonly facts: SubstanceFacts;
  /** As the text has it, in tokens. */
  readonly name: string;
  /** Salt that a trade name implies. */
  readonly salt: string | null;
}

/** What a product is made of, as far as its text says. */
export interface Ingredients {
  readonly mentions: readonly Mention[];
  readonly partners: readonly Partner[];
  /** Names in the order of the text, by generic name; a trade name's ingredients aren't in it. */
  readonly order: readonly string[];
}

/** Goods that carry a drug's name without containing it, or hardly: urine tests, calibrators, dilutions (`6 [hp_X]/mL`). */
const NOT_THE_DRUG =
  /\b(?:test(?!\s+(?:cyp|enan))s?|testing|assay|immunoassay|dipcard|dipstick|calibrator|urine|antibody|homeopathic|hp [xcqm] (?:1|ml|g|l))\b/;

const partnerNamed = new Map(partnerTable.map((partner) => [partner.name, partner]));

export function findIngredients(tokens: readonly string[]): Ingredients {
  const mentions: (Mention & { readonly needsPartner: boolean })[] = [];
  const partners = new Map<string, Partner>();
  const order: string[] = [];
  if (NOT_THE_DRUG.test(tokens.join(' '))) return { mentions, partners: [], order };
  for (let at = 0; at < tokens.length;) {
    const found = meaningAt(tokens, at);
    const name = tokens.slice(at, at + (found?.length ?? 1)).join(' ');
    at += found?.length ?? 1;
    if (found?.meaning.kind === 'partner') {
      partners.set(found.meaning.partner.name, found.meaning.partner);
      order.push(found.meaning.partner.name);
    } else if (found?.meaning.kind === 'substance') {
      const { facts, salt, needsPartner, partners: implied } = found.meaning;
      mentions.push({ facts, name, salt, needsPartner });
      if (implied.length === 0) order.push(facts.name);
      for (const name of implied) {
        const partner = partnerNamed.get(name);
        if (partner) partners.set(name, partner);
      }
    }
  }
  const certain = mentions.filter(({ needsPartner }) => !needsPartner || partners.size > 0);
  return { mentions: certain, partners: [...partners.values()], order };
}
