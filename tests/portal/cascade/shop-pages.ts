import { cartLines, cartTotal } from '../book/cart';
import { dollars, scheduleMark } from '../book/words';
import type { Session, SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { packOf, titleOf } from './product-text';

/** A catalogue of cards; nothing here has been ordered. */
export function shopPage(book: SupplierBook): Html {
  return html`<form class="search">
      <input
        class="form-control"
        type="search"
        placeholder="Search by name, NDC or SKU"
        aria-label="Search products"
      />
    </form>
    <div class="cards">
      ${book.catalogue.items.map(
        (item) =>
          html`<article class="card">
            <span class="pill pill-${item.schedule}">${scheduleMark(item.schedule)}</span>
            <h3>${titleOf(item)}</h3>
            <p class="muted">${item.maker} · ${packOf(item)}<br />NDC ${item.ndc} · SKU ${item.itemNumber}</p>
            <p class="price">${dollars(item.price)}</p>
            <form method="post" action="/cart/add">
              <input type="hidden" name="sku" value="${item.itemNumber}" /><button class="btn btn-primary">
                Add to cart
              </button>
            </form>
          </article>`,
      )}
    </div>`;
}

/** The cart: one card a product, its facts as a definition list. */
export function cartPage(book: SupplierBook, session: Session, problem: string | null): Html {
  const lines = cartLines(book, session);
  const { supplier, customer } = book;
  if (lines.length === 0)
    return html`<p class="alert">Your cart is empty.</p>
      <p><a class="btn btn-primary" href="/shop">Browse products</a></p>`;
  return html`${problem && html`<p class="alert alert-danger">${problem}</p>`}
    <div class="row">
      <div class="col-main">
        <form method="post" action="/cart/update" id="cart-form">
          ${lines.map(
            ({ item, packages }) =>
              html`<section class="cart-item">
                <header>
                  <h3>${titleOf(item)}</h3>
                  <span class="pill pill-${item.schedule}">${scheduleMark(item.schedule)}</span>
                </header>
                <dl>
                  <dt>NDC</dt>
                  <dd>${item.ndc}</dd>
                  <dt>SKU</dt>
                  <dd>${item.itemNumber}</dd>
                  <dt>Strength</dt>
                  <dd>${item.strength}</dd>
                  <dt>Dosage Form</dt>
                  <dd>${item.form}</dd>
                  <dt>Size</dt>
                  <dd>${packOf(item)}</dd>
                  <dt>DEA Schedule</dt>
                  <dd>${scheduleMark(item.schedule)}</dd>
                  <dt><label for="q-${item.itemNumber}">Quantity</label></dt>
                  <dd>
                    <input
                      class="form-control qty"
                      type="number"
                      min="0"
                      max="999"
                      id="q-${item.itemNumber}"
                      name="qty_${item.itemNumber}"
                      value="${packages}"
                    />
                  </dd>
                  <dt>Price</dt>
                  <dd>${dollars(item.price)}</dd>
                </dl>
              </section>`,
          )}
          <p><button class="btn btn-light">Update cart</button></p>
        </form>
      </div>
      <aside class="col-side">
        <div class="panel">
          <h4>Order summary</h4>
          <table class="summary">
            <tr>
              <td>Items</td>
              <td>${lines.length}</td>
            </tr>
            <tr>
              <td>Packages</td>
              <td>${lines.reduce((sum, line) => sum + line.packages, 0)}</td>
            </tr>
            <tr>
              <td>Estimated total</td>
              <td>${dollars(cartTotal(lines))}</td>
            </tr>
          </table>
          <h4>Ship to</h4>
          <p>
            ${customer.name}<br />${customer.street}<br />${customer.city}, ${customer.state}
            ${customer.postalCode}<br />DEA # ${customer.deaNumber}
          </p>
          <h4>Sold by</h4>
          <p>
            ${supplier.name}<br />${supplier.street}<br />${supplier.city}, ${supplier.state}
            ${supplier.postalCode}<br />Supplier DEA # ${supplier.deaNumber}
          </p>
          <button type="button" class="btn btn-success btn-block" data-opens="sign-modal">
            Sign &amp; Submit
          </button>
        </div>
      </aside>
    </div>
    <dialog class="modal" id="sign-modal" aria-labelledby="sign-title">
      <form method="post" action="/cart/sign">
        <h3 id="sign-title">Sign CSOS order</h3>
        <p>
          Enter the PIN of the certificate that ${supplier.name} keeps for you. The order is signed on our
          server.
        </p>
        <label for="pin">Signing PIN</label
        ><input class="form-control" type="password" id="pin" name="pin" autocomplete="off" />
        <div class="modal-foot">
          <button type="button" class="btn btn-light" data-closes="sign-modal">Cancel</button>
          <button class="btn btn-success">Sign &amp; Submit</button>
        </div>
      </form>
    </dialog>`;
}
