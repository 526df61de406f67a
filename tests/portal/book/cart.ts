import type { Item } from './catalogue';
import type { Session, SupplierBook } from './supplier-book';

export interface CartLine {
  readonly lineNumber: number;
  readonly item: Item;
  readonly packages: number;
}

const PACKAGES_MAX = 999;

/** In catalogue order, as order guides list them. */
export function cartLines(book: SupplierBook, session: Session): readonly CartLine[] {
  return book.catalogue.items
    .filter((item) => (session.cart.get(item.itemNumber) ?? 0) > 0)
    .map((item, i) => ({ lineNumber: i + 1, item, packages: session.cart.get(item.itemNumber) as number }));
}

/** Anything that isn't a whole number from 1 to 999 empties the line, as order guides do with a blank. */
export function setPackages(session: Session, itemNumber: string, text: string): void {
  const packages = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (packages > 0 && packages <= PACKAGES_MAX) session.cart.set(itemNumber, packages);
  else session.cart.delete(itemNumber);
}

export function cartTotal(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { item, packages }) => sum + item.price * packages, 0);
}
