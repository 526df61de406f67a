import { html, type Html } from '../http/html';
import type { SubmitResult } from '../book/submit-order';

export function resultPage(result: SubmitResult): Html {
  if (result.accepted) {
    return html`<p class="ok"><b>Accepted.</b> Your CSOS order was received and validated.</p>
      <table class="box" cellpadding="4" cellspacing="0">
        <tr>
          <td><b>CSOS #</b></td>
          <td class="num">${result.number}</td>
        </tr>
        <tr>
          <td><b>Status</b></td>
          <td>Accepted</td>
        </tr>
      </table>
      <p>
        <a href="/csos/order.asp?csos=${result.number}">View order</a> |
        <a href="/csos/status.asp">CSOS Order Status</a>
      </p>`;
  }
  return html`<p class="bad"><b>Not accepted:</b> ${result.statement}</p>
    <table class="box" cellpadding="4" cellspacing="0">
      ${
        result.number &&
        html`<tr>
          <td><b>CSOS #</b></td>
          <td class="num">${result.number}</td>
        </tr>`
      }
      <tr>
        <td><b>Status</b></td>
        <td>Not accepted</td>
      </tr>
    </table>
    <p>
      A defective order can not be corrected. Issue a new order with a new number (21 CFR 1305.25). Your cart
      was kept.
    </p>
    <p><a href="/order/review.asp">Back to order</a></p>`;
}
