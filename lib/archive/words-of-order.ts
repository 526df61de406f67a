import type { OrderState } from '@/lib/order';

/** Longer ones are cut: nobody types more, and each is a row of the index. */
const LONGEST = 40;
/** An order of 1,000 lines is found by its number, its supplier and the words of its first lines. */
const MOST = 400;

/** What can be searched for, in lower case without accents; what a person types is cut the same way. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].map((word) => word.slice(0, LONGEST));
}

/** Number, NDCs, products and supplier of an order; an NDC is typed with hyphens or without them. */
export function wordsOfOrder({ number, draft, supplierId }: OrderState): ReadonlySet<string> {
  const texts = [number, supplierId, draft.supplier.name, draft.supplier.deaNumber];
  for (const { name, ndc11, strength, itemNumber } of draft.lines)
    texts.push(ndc11, name, strength, itemNumber);
  return new Set(texts.flatMap((text) => wordsOf(text ?? '')).slice(0, MOST));
}
