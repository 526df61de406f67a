import { cartLines, cartTotal } from '../book/cart';
import { slashed } from '../book/days';
import { dollars, scheduleMark } from '../book/words';
import type { Session, SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { descriptionOf, formOf, sizeOf, strengthOf } from './product-text';
import { viewState } from './view-state';

/** The order as it would be sent, with the field that takes the signed order. */
export function reviewPage(book: SupplierBook, session: Session): Html {
  const lines = cartLines(book, session);
  const { supplier, customer } = book;
  if (lines.length === 0) {
    return html`<p class="msg">Your order is empty. <a href="/order/entry.asp">Return to Order Entry</a></p>`;
  }
  const packages = lines.reduce((sum, line) => sum + line.packages, 0);
  return html`<form method="post" action="/order/submit.asp" name="frmReview">
    ${viewState(session)}
    <table width="100%" cellspacing="0" cellpadding="4" class="box">
      <tr>
        <td class="boxhead" width="50%">Supplier</td>
        <td class="boxhead">Ship To</td>
      </tr>
      <tr valign="top">
        <td>
          ${supplier.name}<br />${supplier.street}<br />${supplier.city}, ${supplier.state}
          ${supplier.postalCode}<br /><b>Supplier DEA #:</b> ${supplier.deaNumber}
        </td>
        <td>
          ${customer.name}<br />${customer.street}<br />${customer.city}, ${customer.state}
          ${customer.postalCode}<br /><b>Ship-to DEA #:</b> ${customer.deaNumber}
        </td>
      </tr>
    </table>
    <p><b>Order Date:</b> ${slashed(book.today())} &nbsp; <b>Status:</b> Pending CSOS signature</p>
    <table class="grid" width="100%" cellspacing="0" cellpadding="2" border="1">
      <tr class="head">
        <th>Line</th>
        <th>NDC</th>
        <th>Item #</th>
        <th>Description</th>
        <th>Strength</th>
        <th>Form</th>
        <th>Pkg Size</th>
        <th>Class</th>
        <th>Qty</th>
        <th>Price</th>
        <th>Ext Price</th>
      </tr>
      ${lines.map(
        ({ lineNumber, item, packages: qty }, i) =>
          html`<tr class="${i % 2 ? 'odd' : 'even'}">
            <td align="center">${lineNumber}</td>
            <td nowrap>${item.ndc}</td>
            <td>${item.itemNumber}</td>
            <td>${descriptionOf(item)}</td>
            <td>${strengthOf(item)}</td>
            <td>${formOf(item)}</td>
            <td>${sizeOf(item)}</td>
            <td align="center">${scheduleMark(item.schedule)}</td>
            <td align="right">${qty}</td>
            <td align="right">${dollars(item.price)}</td>
            <td align="right">${dollars(item.price * qty)}</td>
          </tr> `,
      )}
      <tr class="total">
        <td colspan="8" align="right">Order Total</td>
        <td align="right">${packages}</td>
        <td>&nbsp;</td>
        <td align="right">${dollars(cartTotal(lines))}</td>
      </tr>
    </table>
    <p>
      <label for="signed-order"><b>Signed order</b></label> (CSOS, base64). Your signing software places the
      signed order here.<br />
      <textarea
        name="signedOrder"
        id="signed-order"
        rows="4"
        cols="88"
        spellcheck="false"
        wrap="hard"
      ></textarea>
    </p>
    <p>
      <input type="submit" name="submitOrder" value="Submit Signed Order" /> &nbsp;
      <a href="/order/entry.asp">Change Order</a>
    </p>
  </form>`;
}
