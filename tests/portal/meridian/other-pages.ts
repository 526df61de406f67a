import { slashed } from '../book/days';
import { dollars } from '../book/words';
import type { SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { descriptionOf, sizeOf } from './product-text';

/** Pages that list products, quantities or sums and are no orders. */
export function homePage(book: SupplierBook): Html {
  return html`<p>Welcome to ${book.supplier.name}'s online ordering system.</p>
    <table width="90%" cellspacing="0" cellpadding="4" class="box">
      <tr>
        <td class="boxhead" colspan="2">What's New</td>
      </tr>
      <tr>
        <td nowrap valign="top">${slashed(book.today())}</td>
        <td>New lower prices on generic tablets. See the <a href="/pricelist.asp">Price List</a>.</td>
      </tr>
      <tr>
        <td nowrap valign="top">&nbsp;</td>
        <td>
          Reminder: schedule II items require a CSOS order or a DEA Form 222. CII orders received after 5:00p
          ship the second business day.
        </td>
      </tr>
      <tr>
        <td nowrap valign="top">&nbsp;</td>
        <td>Call customer service with the CSOS number, for example 25XABC123, when you ask for an order.</td>
      </tr>
    </table>
    <p>
      <a href="/order/entry.asp"><b>Enter an order &gt;&gt;</b></a>
    </p>`;
}

export function priceListPage(book: SupplierBook): Html {
  return html`<table class="grid" width="80%" cellspacing="0" cellpadding="2" border="1">
      <tr class="head">
        <th>Item #</th>
        <th>Description</th>
        <th>Pkg Size</th>
        <th>AWP</th>
        <th>Your Price</th>
      </tr>
      ${book.catalogue.items.map(
        (item) =>
          html`<tr>
            <td>${item.itemNumber}</td>
            <td>${descriptionOf(item)}</td>
            <td>${sizeOf(item)}</td>
            <td align="right">${dollars(item.price * 1.6)}</td>
            <td align="right">${dollars(item.price)}</td>
          </tr> `,
      )}
    </table>
    <p>Prices are subject to change without notice.</p>`;
}

export function statementPage(book: SupplierBook): Html {
  const rows = [
    ['INV', '0690118', 412.6],
    ['INV', '0690377', 1288.05],
    ['PMT', '55120', -1700.65],
    ['INV', '0691002', 96.9],
  ] as const;
  return html`<p>Statement of account as of ${slashed(book.today())}</p>
    <table class="grid" width="60%" cellspacing="0" cellpadding="2" border="1">
      <tr class="head">
        <th>Type</th>
        <th>Document</th>
        <th>Amount</th>
      </tr>
      ${rows.map(
        ([type, doc, amount]) =>
          html`<tr>
            <td>${type}</td>
            <td>${doc}</td>
            <td align="right">${dollars(amount)}</td>
          </tr>`,
      )}
      <tr class="total">
        <td colspan="2">Balance due</td>
        <td align="right">${dollars(96.9)}</td>
      </tr>
    </table>`;
}

export function signInPage(): Html {
  return html`<form method="post" action="/signin.asp">
      <table class="box" cellpadding="6" cellspacing="0">
        <tr>
          <td class="boxhead" colspan="2">Customer Sign In</td>
        </tr>
        <tr>
          <td><label for="user">User name</label></td>
          <td><input type="text" id="user" name="user" size="20" /></td>
        </tr>
        <tr>
          <td><label for="pass">Password</label></td>
          <td><input type="password" id="pass" name="pass" size="20" /></td>
        </tr>
        <tr>
          <td></td>
          <td><input type="submit" value="Sign In" /></td>
        </tr>
      </table>
    </form>
    <p>Demonstration: any name opens the account.</p>`;
}
