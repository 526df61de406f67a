import type { Ndc11 } from '@/lib/base';
import type { Mention } from './find-ingredients';
import { tokensOf } from './fold-text';

/**
 * Milligrams of the controlled substance in trade names that were marketed in one strength alone, so that the name says
 * it. Source: public labelling.
 */
const BY_NAME: Readonly<Record<string, number>> = {
  'anadrol 50': 50,
  'bancap hc': 5,
  'co-gesic': 5,
  combunox: 5,
  cesamet: 1,
  diskets: 40,
  'diskets dispersible': 40,
  'fioricet codeine': 30,
  'fioricet with codeine': 30,
  'fiorinal codeine': 30,
  'fiorinal with codeine': 30,
  'lorcet hd': 10,
  'lorcet plus': 7.5,
  'mepergan fortis': 50,
  motofen: 1,
  seglentis: 44,
  'soma compound': 200,
  talacen: 25,
  'talwin nx': 50,
  tussigon: 5,
  tylox: 5,
  ultracet: 37.5,
  'vicodin es': 7.5,
  'vicodin hp': 10,
  vicoprofen: 7.5,
};
const byTokens = new Map(Object.entries(BY_NAME).map(([name, mg]) => [tokensOf(name).join(' '), mg]));

/** Labeler and product of an NDC whose name in order files says no strength; with its drug code. Source: labels. */
const BY_NDC: Readonly<Record<string, readonly [code: string, mg: number]>> = {
  // Methadone Hydrochloride Tablets, USP of Mallinckrodt (SpecGx).
  '004065755': ['9250', 5],
  '004065771': ['9250', 10],
};

/** A strength that the product's NDC or trade name says where its text doesn't; null where neither does. */
export function impliedStrength(mentions: readonly Mention[], ndc11: Ndc11 | null): number | null {
  const listed = ndc11 === null ? undefined : BY_NDC[ndc11.slice(0, 9)];
  if (listed && mentions.some(({ facts }) => facts.code === listed[0])) return listed[1];
  const named = new Set(mentions.flatMap(({ name }) => byTokens.get(name) ?? []));
  return named.size === 1 ? ([...named][0] as number) : null;
}
