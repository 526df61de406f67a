// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SURE } from '../evidence';
import { detect } from './index';

const NUMBER = '26X100207';
function numberOf(words: string, quantity: string) {
  const page = document.implementation.createHTMLDocument('Shopping cart');
  page.body.innerHTML = `<h1>Review your order</h1><p>${words}</p><table>
    <tr><th>NDC</th><th>Description</th><th>Order Qty</th></tr>
    <tr><td>00406-8515-01</td><td>OXYCODONE HCL 15MG TAB</td><td>${quantity}</td></tr>
    <tr><td>00406-1144-01</td><td>METHYLPHENIDATE HCL 10MG TAB</td><td>${quantity}</td></tr></table>`;
  return detect(page).orderNumber;
}
const input = '<input value="2">';

describe('a tracking number on a cart', () => {
  it.each([
    `Your last order ${NUMBER}`,
    `Last CSOS order: ${NUMBER}`,
    `Previous PO #: ${NUMBER}`,
    `See ${NUMBER}`,
  ])('is doubtful where it may be of another order: %s', (words) => {
    expect(numberOf(words, input)?.confidence ?? 0).toBeLessThan(SURE);
  });

  it('is sure under its own label, and without one where nothing is to be chosen any more', () => {
    expect(numberOf(`CSOS order number: ${NUMBER}`, input)?.confidence).toBeGreaterThanOrEqual(SURE);
    expect(numberOf(`Thank you. ${NUMBER}`, '2')?.confidence).toBeGreaterThanOrEqual(SURE);
  });
});
