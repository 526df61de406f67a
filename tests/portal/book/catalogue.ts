import { products, type Product } from './products';

/** A product under a supplier's own item number and price. */
export interface Item extends Product {
  readonly itemNumber: string;
}

export interface Catalogue {
  readonly items: readonly Item[];
  item(itemNumber: string): Item | undefined;
  byNdc(ndc: string): Item | undefined;
}

/** `firstNumber` and `step` make each supplier's item numbers its own; `markup` its prices. */
export function makeCatalogue(firstNumber: number, step: number, markup: number): Catalogue {
  const items = products.map((product, i) => ({
    ...product,
    itemNumber: String(firstNumber + i * step),
    price: Math.round(product.price * markup * 100) / 100,
  }));
  const plain = (ndc: string): string => ndc.replaceAll('-', '');
  return {
    items,
    item: (itemNumber) => items.find((item) => item.itemNumber === itemNumber),
    byNdc: (ndc) => items.find((item) => plain(item.ndc) === plain(ndc)),
  };
}
