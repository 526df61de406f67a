import { cartLines } from './cart';
import type { Session, SupplierBook } from './supplier-book';
import type { Verify } from '../verify/verdict';

export type SubmitResult =
  | { readonly accepted: true; readonly number: string }
  | { readonly accepted: false; readonly number: string | null; readonly statement: string };

/**
 * Takes a signed order (base64) for what the session has in its cart: accepts it, or answers why not
 * (21 CFR 1305.25(a)). A refused order keeps its number in the book; a repeated number changes nothing.
 */
export async function submitOrder(
  book: SupplierBook,
  session: Session,
  base64: string,
  verify: Verify,
): Promise<SubmitResult> {
  const lines = cartLines(book, session);
  const verdict = await verify({
    base64,
    supplier: book.supplier,
    customer: book.customer,
    catalogue: book.catalogue,
    cart: lines,
    isUsed: (number, deaNumber) =>
      book.orders.some((order) => order.number === number && order.purchaserDea === deaNumber),
  });
  const number = verdict.number;
  const statement = verdict.reasons.length > 0 ? verdict.reasons.join(' ') : null;
  if (number !== null && !book.find(number)) {
    book.orders.push({
      number,
      date: verdict.date ?? book.today(),
      submittedAt: book.clock.now(),
      submittedBy: session.user,
      purchaserDea: book.customer.deaNumber,
      verdict: statement === null ? 'accepted' : 'not-accepted',
      statement,
      lines: lines.map(({ lineNumber, item, packages }) => ({
        lineNumber,
        itemNumber: item.itemNumber,
        ordered: packages,
        shipped: 0,
        received: null,
      })),
      shipments: [],
      receivedOn: null,
      cms: Buffer.from(base64, 'base64'),
    });
  }
  if (statement !== null || number === null) {
    return { accepted: false, number, statement: statement ?? 'The order has no number.' };
  }
  session.cart.clear();
  return { accepted: true, number };
}
