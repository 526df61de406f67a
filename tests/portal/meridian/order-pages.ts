import { stageOf, type BookOrder, type Stage } from '../book/book-order';
import { slashed } from '../book/days';
import type { SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';
import { descriptionOf, sizeOf } from './product-text';

const STATUS: Readonly<Record<Stage, string>> = {
  'not-accepted': 'Not accepted',
  accepted: 'Accepted',
  'partly-shipped': 'Partially shipped',
  shipped: 'Shipped',
  received: 'Received',
};

export function statusPage(book: SupplierBook): Html {
  return html`<p>Orders of the last 60 days.</p>
    <table class="grid" width="80%" cellspacing="0" cellpadding="3" border="1">
      <tr class="head">
        <th>CSOS #</th>
        <th>Date</th>
        <th>Lines</th>
        <th>Status</th>
        <th>&nbsp;</th>
      </tr>
      ${book.history().map(
        (order, i) =>
          html`<tr class="${i % 2 ? 'odd' : 'even'}">
            <td class="num">${order.number}</td>
            <td>${slashed(order.date)}</td>
            <td align="right">${order.lines.length}</td>
            <td>${STATUS[stageOf(order)]}</td>
            <td><a href="/csos/order.asp?csos=${order.number}">Details</a></td>
          </tr> `,
      )}
    </table>`;
}

export function receivingPage(book: SupplierBook): Html {
  const waiting = book.history().filter((order) => ['shipped', 'partly-shipped'].includes(stageOf(order)));
  if (waiting.length === 0) return html`<p class="msg">No CSOS orders are awaiting receipt.</p>`;
  return html`<p>These orders have shipped and no receipt was recorded for all of it.</p>
    <table class="grid" width="80%" cellspacing="0" cellpadding="3" border="1">
      <tr class="head">
        <th>CSOS #</th>
        <th>Date</th>
        <th>Invoice #</th>
        <th>Status</th>
        <th>&nbsp;</th>
      </tr>
      ${waiting.map(
        (order) =>
          html`<tr>
            <td class="num">${order.number}</td>
            <td>${slashed(order.date)}</td>
            <td>${order.shipments.at(-1)?.invoice}</td>
            <td>${STATUS[stageOf(order)]}</td>
            <td><a href="/csos/order.asp?csos=${order.number}">Receive</a></td>
          </tr>`,
      )}
    </table>`;
}

/** Order, shipment and receiving on one page; the receiving boxes appear once something has shipped. */
export function orderPage(book: SupplierBook, order: BookOrder): Html {
  const stage = stageOf(order);
  const receiving = stage === 'shipped' || stage === 'partly-shipped';
  const last = order.shipments.at(-1);
  return html`<table class="box" cellpadding="4" cellspacing="0" width="80%">
      <tr>
        <td><b>CSOS #</b></td>
        <td class="num">${order.number}</td>
        <td><b>Status</b></td>
        <td>${STATUS[stage]}</td>
      </tr>
      <tr>
        <td><b>Order Date</b></td>
        <td>${slashed(order.date)}</td>
        <td><b>Ship-to DEA #</b></td>
        <td>${order.purchaserDea}</td>
      </tr>
      ${
        last &&
        html`<tr>
          <td><b>Invoice #</b></td>
          <td>${last.invoice}</td>
          <td><b>Ship Date</b></td>
          <td>${slashed(last.date)}</td>
        </tr>`
      }
      ${
        order.receivedOn &&
        html`<tr>
          <td><b>Received</b></td>
          <td>${slashed(order.receivedOn)}</td>
          <td></td>
          <td></td>
        </tr>`
      }
    </table>
    ${order.statement && html`<p class="bad"><b>Not accepted:</b> ${order.statement}</p>`}
    <br />
    <form method="post" action="/csos/receive.asp">
      <input type="hidden" name="csos" value="${order.number}" />
      <table class="grid" width="100%" cellspacing="0" cellpadding="3" border="1">
        <tr class="head">
          <th>Line</th>
          <th>NDC</th>
          <th>Item #</th>
          <th>Description</th>
          <th>Pkg Size</th>
          <th>Ordered</th>
          <th>Shipped Qty</th>
          <th>Received Qty</th>
        </tr>
        ${order.lines.map((line) => {
          const item = book.catalogue.item(line.itemNumber);
          return html`<tr>
            <td align="center">${line.lineNumber}</td>
            <td nowrap>${item?.ndc}</td>
            <td>${line.itemNumber}</td>
            <td>${item && descriptionOf(item)}</td>
            <td>${item && sizeOf(item)}</td>
            <td align="right">${line.ordered}</td>
            <td align="right">${line.shipped}</td>
            <td align="right">
              ${receiving ? html`<input type="text" size="3" name="rcv_${line.lineNumber}" value="${line.received}" />` : (line.received ?? html`&nbsp;`)}
            </td>
          </tr> `;
        })}
      </table>
      ${receiving && html`<p>Date received <input type="text" name="date" size="10" placeholder="mm/dd/yyyy" /> &nbsp; <input type="submit" value="Save Receipt" /></p>`}
    </form>
    <p><a href="/csos/status.asp">Back to CSOS Order Status</a></p>`;
}
