import type { BookOrder } from '../book/book-order';
import { cartLines } from '../book/cart';
import type { Session, SupplierBook } from '../book/supplier-book';
import { ownNumber } from './own-number';

/** Signed by this portal itself, so that the original order stays here; null for an empty cart. */
export function placeOrder(book: SupplierBook, session: Session): BookOrder | null {
  const lines = cartLines(book, session);
  if (lines.length === 0) return null;
  const order: BookOrder = {
    number: ownNumber(book, book.orders.length + 1),
    date: book.today(),
    submittedAt: book.clock.now(),
    submittedBy: session.user,
    purchaserDea: book.customer.deaNumber,
    verdict: 'accepted',
    statement: null,
    lines: lines.map(({ lineNumber, item, packages }) => ({
      lineNumber,
      itemNumber: item.itemNumber,
      ordered: packages,
      shipped: 0,
      received: null,
    })),
    shipments: [],
    receivedOn: null,
    cms: null,
  };
  book.orders.push(order);
  session.cart.clear();
  return order;
}
