import type { Mention } from './find-ingredients';

const SALT_WORDS: Readonly<Record<string, string>> = {
  hcl: 'hydrochloride',
  hci: 'hydrochloride',
  hydrochloride: 'hydrochloride',
  hydrochlor: 'hydrochloride',
  sulfate: 'sulfate',
  sulf: 'sulfate',
  sulphate: 'sulfate',
  phosphate: 'phosphate',
  phos: 'phosphate',
  bitartrate: 'bitartrate',
  tartrate: 'tartrate',
  napsylate: 'napsylate',
  nap: 'napsylate',
  lactate: 'lactate',
  terephthalate: 'terephthalate',
  cypionate: 'cypionate',
  cyp: 'cypionate',
  enanthate: 'enanthate',
  enan: 'enanthate',
  undecanoate: 'undecanoate',
  resin: 'resin',
};

/**
 * Milligrams of base in one stated milligram of the substance of `mentions` (all of one substance). A salt counts
 * only where it is the single one named; several (the mixed amphetamine salts) or none mean the usual salt.
 */
export function readSaltFactor(mentions: readonly Mention[], tokens: readonly string[]): number {
  const { salts, usualFactor } = (mentions[0] as Mention).facts;
  const implied = new Set(mentions.map((mention) => mention.salt));
  if (implied.size > 1) return usualFactor;
  const [brandSalt] = implied;
  if (brandSalt) return salts[brandSalt] ?? usualFactor;
  const named = new Set(tokens.flatMap((token) => SALT_WORDS[token] ?? []).filter((salt) => salt in salts));
  if (named.size !== 1) return usualFactor;
  return salts[[...named][0] as string] ?? usualFactor;
}
