import type { Ingredients } from './find-ingredients';
import type { SubstanceFacts } from './table';

/**
 * Which of the amounts of a combination belongs to the controlled substance: by marketed strengths where just one
 * fits, by weight (acetaminophen always outweighs its opioid, naloxone never does), then by the order of names.
 * Null where nothing decides. Portals write both `acetaminophen-codeine 300-30` and `… 30-300`.
 */
export function chooseDose(
  amounts: readonly number[],
  facts: SubstanceFacts,
  ingredients: Ingredients,
): number | null {
  if (amounts.length === 1) return amounts[0] as number;
  const { order, partners } = ingredients;
  const own = amounts.filter((_, i) => order[i] === facts.name);
  // Two salts of one substance in a product (oxycodone hydrochloride and terephthalate): the sum is what is in it.
  if (own.length > 1 && order.length === amounts.length)
    return Number(own.reduce((a, b) => a + b, 0).toPrecision(9));
  // The mixed amphetamine salts are listed one by one, a quarter each, sometimes beside a trade name.
  if (amounts.length === 4 && new Set(amounts).size === 1 && partners.length === 0)
    return Number(((amounts[0] as number) * 4).toPrecision(9));
  const known = [...new Set(amounts.filter((amount) => facts.strengths.includes(amount)))];
  if (known.length === 1) return known[0] as number;
  if (partners.length > 0 && partners.every((partner) => partner.weight === 'heavier'))
    return Math.min(...amounts);
  if (partners.length > 0 && partners.every((partner) => partner.weight === 'lighter'))
    return Math.max(...amounts);
  if (own.length === 1 && order.length === amounts.length) return own[0] as number;
  return null;
}
