import { dollars } from '../book/words';
import type { SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { packOf, titleOf } from './product-text';

/** A price list and a promotion: products with numbers, but no order. */
export function dashboardPage(book: SupplierBook): Html {
  return html`<div class="hero">
      <h3>Everything your pharmacy needs, one day away.</h3>
      <p>Order by 6 p.m. PT for next-day delivery.</p>
      <a class="btn btn-success" href="/shop">Start shopping</a>
    </div>
    <h4>This week's contract prices</h4>
    <table class="table">
      <thead>
        <tr>
          <th>SKU</th>
          <th>Product</th>
          <th>Size</th>
          <th>Min. Qty</th>
          <th>Contract price</th>
        </tr>
      </thead>
      <tbody>
        ${book.catalogue.items.slice(7).map(
          (item) =>
            html`<tr>
              <td>${item.itemNumber}</td>
              <td>${titleOf(item)}</td>
              <td>${packOf(item)}</td>
              <td>1</td>
              <td>${dollars(item.price)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

export function accountPage(book: SupplierBook): Html {
  const { customer } = book;
  return html`<div class="panel">
    <h4>${customer.name}</h4>
    <p>${customer.street}<br />${customer.city}, ${customer.state} ${customer.postalCode}</p>
    <dl class="facts">
      <div>
        <dt>DEA #</dt>
        <dd>${customer.deaNumber}</dd>
      </div>
      <div>
        <dt>Account</dt>
        <dd>C-20418</dd>
      </div>
      <div>
        <dt>Terms</dt>
        <dd>Net 30</dd>
      </div>
      <div>
        <dt>Open balance</dt>
        <dd>${dollars(1204.1)}</dd>
      </div>
    </dl>
  </div>`;
}

export function signInPage(): Html {
  return html`<form class="panel signin" method="post" action="/signin">
    <label for="user">Email or user name</label
    ><input class="form-control" id="user" name="user" autocomplete="off" /> <label for="pass">Password</label
    ><input class="form-control" id="pass" name="pass" type="password" /><button
      class="btn btn-primary btn-block"
    >
      Sign in
    </button>
    <p class="muted">Demonstration: any name opens the account.</p>
  </form>`;
}
