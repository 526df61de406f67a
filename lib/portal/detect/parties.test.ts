// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { detect } from './index';

function pageWith(purchaser: string): Document {
  const page = document.implementation.createHTMLDocument('Review CSOS order');
  page.body.innerHTML = `<h1>Review CSOS order</h1>
    <p>Supplier DEA #: RM1111119</p><p>Ship-to DEA #: ${purchaser}</p>
    <table><tr><th>NDC</th><th>Description</th><th>Pkg Size</th><th>Class</th><th>Qty</th></tr>
    <tr><td>97104-0552-01</td><td>OXYCODONE HCL 5MG TAB</td><td>100EA</td><td>C-II</td><td>4</td></tr></table>`;
  return page;
}

describe('whose DEA number a page shows', () => {
  it('reads both sides', () => {
    const { supplierDea, purchaserDea } = detect(pageWith('FM1234563'));
    expect([supplierDea?.text, purchaserDea?.text]).toEqual(['RM1111119', 'FM1234563']);
  });

  it('reads a labelled number with a wrong check digit as the page shows it, so that it is refused', () => {
    expect(detect(pageWith('FM1234564')).purchaserDea?.text).toBe('FM1234564');
  });

  it('takes nothing without a label for a DEA number when its check digit is wrong', () => {
    const page = pageWith('FM1234563');
    page.querySelectorAll('p')[1]?.replaceChildren('Ship-to account MD7000018');
    expect(detect(page).purchaserDea?.text).not.toBe('MD7000018');
  });
});
