import { stageOf, type BookOrder, type Stage } from '../book/book-order';
import { slashed } from '../book/days';
import { scheduleMark } from '../book/words';
import type { SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { packOf, titleOf } from './product-text';

const STATUS: Readonly<Record<Stage, string>> = {
  'not-accepted': 'Not Accepted',
  accepted: 'Submitted',
  'partly-shipped': 'Partially Shipped',
  shipped: 'Shipped',
  received: 'Received',
};

function chip(order: BookOrder): Html {
  return html`<span class="chip chip-${stageOf(order)}">${STATUS[stageOf(order)]}</span>`;
}

export function ordersPage(book: SupplierBook): Html {
  return html`<table class="table">
    <thead>
      <tr>
        <th>Order Date</th>
        <th>CSOS Order Number</th>
        <th>Placed by</th>
        <th>Items</th>
        <th>Status</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${book.history().map(
        (order) =>
          html`<tr>
            <td>${slashed(order.date)}</td>
            <td><a href="/orders/${order.number}">${order.number}</a></td>
            <td>${order.submittedBy}</td>
            <td>${order.lines.length}</td>
            <td>${chip(order)}</td>
            <td>
              ${stageOf(order) === 'shipped' || stageOf(order) === 'partly-shipped' ? html`<a href="/orders/${order.number}/receive">Receive</a>` : ''}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function head(book: SupplierBook, order: BookOrder): Html {
  const last = order.shipments.at(-1);
  return html`<dl class="facts">
    <div>
      <dt>CSOS Order Number</dt>
      <dd class="mono">${order.number}</dd>
    </div>
    <div>
      <dt>Order Date</dt>
      <dd>${slashed(order.date)}</dd>
    </div>
    <div>
      <dt>Status</dt>
      <dd>${chip(order)}</dd>
    </div>
    <div>
      <dt>Purchaser DEA #</dt>
      <dd>${order.purchaserDea}</dd>
    </div>
    <div>
      <dt>Supplier DEA #</dt>
      <dd>${book.supplier.deaNumber}</dd>
    </div>
    ${
      last &&
      html`<div>
          <dt>Invoice #</dt>
          <dd>${last.invoice}</dd>
        </div>
        <div>
          <dt>Shipped</dt>
          <dd>${slashed(last.date)}</dd>
        </div>`
    }
    ${
      order.receivedOn &&
      html`<div>
        <dt>Received Date</dt>
        <dd>${slashed(order.receivedOn)}</dd>
      </div>`
    }
  </dl>`;
}

/** Confirmation right after submission: the number and what was ordered. */
export function confirmationPage(book: SupplierBook, order: BookOrder): Html {
  return html`<p class="alert alert-success">
      <strong>Thank you.</strong> Your order was signed and submitted. CSOS Order Number:
      <strong class="mono">${order.number}</strong>
    </p>
    ${head(book, order)}
    <table class="table">
      <thead>
        <tr>
          <th>Line</th>
          <th>NDC</th>
          <th>SKU</th>
          <th>Item Description</th>
          <th>Size</th>
          <th>DEA</th>
          <th>Ordered</th>
        </tr>
      </thead>
      <tbody>
        ${order.lines.map((line) => {
          const item = book.catalogue.item(line.itemNumber);
          return html`<tr>
            <td>${line.lineNumber}</td>
            <td class="mono">${item?.ndc}</td>
            <td>${line.itemNumber}</td>
            <td>${item && titleOf(item)}</td>
            <td>${item && packOf(item)}</td>
            <td>${item && scheduleMark(item.schedule)}</td>
            <td>${line.ordered}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <p><a class="btn btn-light" href="/orders">My orders</a></p>`;
}

export function detailPage(book: SupplierBook, order: BookOrder): Html {
  const receivable = stageOf(order) === 'shipped' || stageOf(order) === 'partly-shipped';
  return html`${head(book, order)}
    <table class="table">
      <thead>
        <tr>
          <th>Line</th>
          <th>NDC</th>
          <th>SKU</th>
          <th>Item Description</th>
          <th>Size</th>
          <th>Ordered</th>
          <th>Shipped</th>
          <th>Received</th>
        </tr>
      </thead>
      <tbody>
        ${order.lines.map((line) => {
          const item = book.catalogue.item(line.itemNumber);
          return html`<tr>
            <td>${line.lineNumber}</td>
            <td class="mono">${item?.ndc}</td>
            <td>${line.itemNumber}</td>
            <td>${item && titleOf(item)}</td>
            <td>${item && packOf(item)}</td>
            <td>${line.ordered}</td>
            <td>${line.shipped}</td>
            <td>${line.received ?? '–'}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${receivable && html`<p><a class="btn btn-primary" href="/orders/${order.number}/receive">Receive this order</a></p>`}`;
}

/** The portal's own legal receipt: a count and a tick per line, the date, one attestation. */
export function receivePage(book: SupplierBook, order: BookOrder, problem: string | null): Html {
  return html`${problem && html`<p class="alert alert-danger">${problem}</p>`}${head(book, order)}
    <form method="post" action="/orders/${order.number}/receive">
      <table class="table">
        <thead>
          <tr>
            <th></th>
            <th>Supplier Item</th>
            <th>NDC</th>
            <th>Item Description</th>
            <th>Ordered</th>
            <th>Shipped</th>
            <th>Quantity Received</th>
          </tr>
        </thead>
        <tbody>
          ${order.lines.map((line) => {
            const item = book.catalogue.item(line.itemNumber);
            return html`<tr>
              <td>
                <input
                  type="checkbox"
                  name="ok_${line.lineNumber}"
                  aria-label="Line ${line.lineNumber} checked"
                />
              </td>
              <td>${line.itemNumber}</td>
              <td class="mono">${item?.ndc}</td>
              <td>${item && titleOf(item)}</td>
              <td>${line.ordered}</td>
              <td>${line.shipped}</td>
              <td>
                <input
                  class="form-control qty"
                  type="number"
                  min="0"
                  max="999"
                  name="rcv_${line.lineNumber}"
                  aria-label="Quantity received, line ${line.lineNumber}"
                  value="${line.received}"
                />
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
      <p>
        <label for="date">Received Date</label>
        <input class="form-control" type="date" id="date" name="date" />
      </p>
      <p>
        <label
          ><input type="checkbox" name="attest" /> I attest that the quantities and the date above are what
          was received (21 CFR 1305.22(g)).</label
        >
      </p>
      <p>
        <button class="btn btn-success">Save</button>
        <a class="btn btn-light" href="/orders/${order.number}">Cancel</a>
      </p>
    </form>`;
}
