// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PortalProfile } from '../profiles/profile';
import type { ReadingRules } from '../profiles/rules';
import { detect } from './index';

function pageWith(html: string): Document {
  const page = document.implementation.createHTMLDocument('Untitled');
  page.body.innerHTML = html;
  return page;
}

function profileWith(reading: ReadingRules): PortalProfile {
  const address = { street: null, street2: null, city: null, state: null, postalCode: null };
  return {
    id: 'portal',
    hosts: ['portal.example'],
    supplier: { name: null, deaNumber: null, address },
    mode: 'companion',
    reading,
    verified: false,
  };
}

const read = (html: string, reading: ReadingRules) => {
  const { kind, lines } = detect(pageWith(html), { profile: profileWith(reading) });
  return { kind, lines: lines.map((line) => [line.description?.text, line.packages?.text]) };
};

/** Nothing on it says what anything is: the figures beside the names could be stock as well. */
const strange = (rows: readonly (readonly [string, string])[]) =>
  `<div id="wares">${rows.map(([name, quantity]) => `<p><i>${name}</i> <q>${quantity}</q></p>`).join('')}</div>`;
const rules: ReadingRules = {
  lines: {
    row: '#wares > p',
    columns: {
      description: { header: null, path: ':scope > i', index: null },
      packages: { header: null, path: ':scope > q', index: null },
    },
  },
};
const wares = strange([
  ['Oxycontin small', '6'],
  ['Ritalin big', '2'],
]);

describe('rules of a profile', () => {
  it('read a page that says nothing by itself (control: without them it is nothing)', () => {
    expect(detect(pageWith(wares)).kind).toBe('none');
    expect(read(wares, rules)).toEqual({
      kind: 'order-form',
      lines: [
        ['Oxycontin small', '6'],
        ['Ritalin big', '2'],
      ],
    });
  });

  it('take no total, no template, and no row without a quantity for a line', () => {
    const more = strange([
      ['Oxycontin small', '6'],
      ['Ritalin big', ''],
      ['Total', '6'],
      ['{{ name }}', '1'],
      ['Fentanyl', 'none'],
    ]);
    expect(read(more, rules).lines).toEqual([['Oxycontin small', '6']]);
  });

  const table = (head: string, row: string) =>
    `<h1>Your order</h1><table><tr>${head}</tr>${row}${row.replace('8552', '8553')}</table><button>Submit order</button>`;
  const ordered = table(
    '<th>NDC</th><th>Description</th><th>Qty</th><th>Wanted</th>',
    '<tr><td>00406-8552-01</td><td>OXYCODONE 10MG TAB</td><td>9</td><td>4</td></tr>',
  );
  const wanted: ReadingRules = {
    lines: { columns: { packages: { header: 'wanted', path: null, index: 3 } } },
  };

  it('win over a guess (control: without them the guess is read)', () => {
    const quantities = (reading: ReadingRules) =>
      read(ordered, reading).lines.map(([, quantity]) => quantity);
    expect(quantities({})).toEqual(['9', '9']);
    expect(quantities(wanted)).toEqual(['4', '4']);
  });

  it('go by the header where optional columns shift positions, and not by the position then', () => {
    const without = ordered.replace('<th>Wanted</th>', '<th>Price</th>');
    expect(read(without, wanted).lines.map(([, quantity]) => quantity)).toEqual(['9', '9']);
    const shifted = table(
      '<th>Wanted</th><th>NDC</th><th>Description</th><th>Qty</th>',
      '<tr><td>4</td><td>00406-8552-01</td><td>OXYCODONE 10MG TAB</td><td>9</td></tr>',
    );
    expect(read(shifted, wanted).lines.map(([, quantity]) => quantity)).toEqual(['4', '4']);
  });

  it('leave a guess doubtful where their own place holds something else', () => {
    const odd = ordered.replaceAll('<td>4</td>', '<td>soon</td>');
    const seen = detect(pageWith(odd), { profile: profileWith(wanted) });
    expect(seen.lines[0]?.packages).toMatchObject({ text: '9', doubt: 'shape' });
    expect(seen.lines[0]?.packages?.confidence).toBeLessThan(0.8);
  });

  it('place values of the page by label or selector, of their shape alone', () => {
    const page = `<p>Our ref</p><p>26X100208</p><p id="dea">RX1234567</p>${ordered}`;
    const seen = (label: string, selector: string) =>
      detect(pageWith(page), {
        profile: profileWith({
          page: {
            orderNumber: { label, selector: null },
            supplierDea: { label: null, selector },
          },
        }),
      });
    expect(seen('our ref', '#none').orderNumber?.text).toBe('26X100208');
    expect(seen('our ref', '#dea').supplierDea).toBeNull();
  });

  it('that take several lines for one have grown old, and change nothing', () => {
    const coarse = { lines: { row: 'table', columns: wanted.lines?.columns ?? {} } };
    expect(read(ordered, coarse).lines.map(([, quantity]) => quantity)).toEqual(['9', '9']);
  });

  it('make no line disappear that they do not find', () => {
    const other = { lines: { row: '#nowhere > p', columns: wanted.lines?.columns ?? {} } };
    expect(read(ordered, other).lines).toHaveLength(2);
  });

  it('that the browser cannot parse find nothing, and the page is read as it is', () => {
    expect(read(ordered, { lines: { row: 'p[[' } }).lines).toHaveLength(2);
  });
});
