import { dollars, scheduleMark } from '../book/words';
import type { Session, SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { cartLines, cartTotal } from '../book/cart';
import { descriptionOf, formOf, sizeOf, strengthOf } from './product-text';
import { viewState } from './view-state';

/** The order form: every product with a quantity box, and a full postback for each button. */
export function entryPage(book: SupplierBook, session: Session): Html {
  const lines = cartLines(book, session);
  return html`<form method="post" action="/order/entry.asp" name="frmOrder">
    ${viewState(session)}
    <table class="grid" width="100%" cellspacing="0" cellpadding="2" border="1">
      <tr class="head">
        <th>NDC</th>
        <th>Item #</th>
        <th>Description</th>
        <th>Strength</th>
        <th>Form</th>
        <th>Pkg Size</th>
        <th>Class</th>
        <th>Price</th>
        <th>Qty</th>
      </tr>
      ${book.catalogue.items.map(
        (item, i) =>
          html`<tr class="${i % 2 ? 'odd' : 'even'}">
            <td nowrap>${item.ndc}</td>
            <td>${item.itemNumber}</td>
            <td>${descriptionOf(item)}</td>
            <td>${strengthOf(item)}</td>
            <td>${formOf(item)}</td>
            <td>${sizeOf(item)}</td>
            <td align="center">${scheduleMark(item.schedule)}</td>
            <td align="right">${dollars(item.price)}</td>
            <td align="center">
              <input
                type="text"
                name="qty_${item.itemNumber}"
                size="3"
                maxlength="3"
                value="${session.cart.get(item.itemNumber) ?? ''}"
              />
            </td>
          </tr> `,
      )}
      <tr class="total">
        <td colspan="7" align="right">Order Total (${lines.length} lines)</td>
        <td align="right">${dollars(cartTotal(lines))}</td>
        <td>&nbsp;</td>
      </tr>
    </table>
    <p align="right">
      <input type="submit" name="clear" value="Clear All" />
      <input type="submit" name="update" value="Update Totals" />
      <input type="submit" name="review" value="Review Order" />
    </p>
  </form>`;
}
