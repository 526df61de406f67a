import type { SupplierBook } from '../book/supplier-book';

/** The tracking number that this portal's own signer gives out; `n` counts its orders from 1. */
export function ownNumber(book: SupplierBook, n: number): string {
  return `${book.today().slice(2, 4)}XCH${String(5000 + n)}`;
}
