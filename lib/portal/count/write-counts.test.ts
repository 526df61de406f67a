// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SeenLine } from '../evidence';
import { countingOn } from './counting-on';
import type { CountToWrite } from './counts';
import type { SeenRow } from './plan-counts';
import type { CountingPage } from './write-counts';

const NDCS = ['99901-0110-01', '99901-0120-01', '99901-0130-01'];
const count = (lineNumber: number, packages: number, date: string | null = '2026-11-03'): CountToWrite => ({
  ...{ lineNumber, packages, date },
  ndc: (NDCS[lineNumber - 1] ?? '').replaceAll('-', ''),
  itemNumber: `55-${lineNumber}`,
  name: `PRODUCT ${lineNumber}`,
});

/** Rows as the detector would hand them over: by their NDC, or their item number. */
function rows(): SeenRow[] {
  return [...document.querySelectorAll('[data-row]')].map((element) => {
    const said = (text: string | null) =>
      text === null ? null : { text, label: null, confidence: 1, where: 'row' };
    const line = {
      ndc: said(element.getAttribute('data-ndc')),
      itemNumber: said(element.getAttribute('data-item')),
      description: said(element.getAttribute('data-name')),
    } as SeenLine;
    return { element, line };
  });
}

function pageOf(html: string, more: Partial<CountingPage> = {}) {
  document.body.innerHTML = html;
  return countingOn({ document, rows, rules: () => undefined, settle: () => Promise.resolve(), ...more });
}

const row = (at: number, cells: string) =>
  `<tr data-row data-ndc="${NDCS[at]}"><td><input type="checkbox" aria-label="Line checked"></td><td>${NDCS[at]}</td><td>2</td>${cells}</tr>`;
const table = (body: string, heads = '<th>Quantity Received</th><th>Received Date</th>', after = '') =>
  `<form><table><thead><tr><th></th><th>NDC</th><th>Shipped</th>${heads}</tr></thead><tbody>${body}</tbody></table>${after}
   <input type="checkbox" name="attest"><button>Save</button></form>`;
const values = (selector: string) =>
  [...document.querySelectorAll<HTMLInputElement>(selector)].map(({ value }) => value);

const pressed = vi.fn((event: Event) => event.preventDefault());
beforeEach(() => {
  pressed.mockClear();
  document.addEventListener('submit', pressed);
  document.addEventListener('click', pressed);
});
afterEach(() => {
  document.removeEventListener('submit', pressed);
  document.removeEventListener('click', pressed);
  expect(pressed).not.toHaveBeenCalled();
  for (const tick of document.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
    expect(tick.checked).toBe(false);
});

const qty = '<td><input class="q" type="number" min="0"></td>';
const day = '<td><input class="d" type="date"></td>';

describe('counts in the supplier’s form', () => {
  test('stand line by line, with their days, and nothing is ticked or pressed', async () => {
    const counting = pageOf(table(row(1, qty + day) + row(0, qty + day)));
    expect(await counting.write([count(1, 2), count(2, 0, null)])).toEqual({ lines: [1, 2], missed: [] });
    expect(values('.q')).toEqual(['0', '2']);
    expect(values('.d')).toEqual(['', '2026-11-03']);
  });

  test('come back as they were, but for what a person changed since', async () => {
    const counting = pageOf(table(row(0, qty + day) + row(1, qty + day)));
    const [first, second] = document.querySelectorAll<HTMLInputElement>('.q');
    if (!first || !second) throw new Error('no fields');
    first.value = '7';
    await counting.write([count(1, 2), count(2, 1)]);
    await counting.write([count(1, 3), count(2, 1)]);
    second.value = '9';
    expect(counting.canUndo()).toBe(true);
    expect(counting.undo()).toEqual({ restored: 3, left: 1 });
    expect(values('.q')).toEqual(['7', '9']);
    expect(values('.d')).toEqual(['', '']);
    expect(counting.canUndo()).toBe(false);
  });

  test.each([
    ['a hint', '<td><input class="d" placeholder="M/D/YYYY"></td>', '', '11/3/2026'],
    ['days beside it', '<td><input class="d"></td>', '<p>Shipped 30-OCT-2026</p>', '03-NOV-2026'],
    ['nothing', '<td><input class="d"></td>', '', '11/03/2026'],
  ])('are dated in the page’s own form, by %s', async (_, cell, after, written) => {
    const counting = pageOf(table(row(0, qty + cell), undefined, after));
    expect((await counting.write([count(1, 2)])).missed).toEqual([]);
    expect(values('.d')).toEqual([written]);
  });

  test('have one day over the form only where all came on it', async () => {
    const heads = '<th>Qty Rcvd</th>';
    const one = '<label>Received Date <input class="d" type="date"></label>';
    const body = row(0, qty) + row(1, qty);
    expect(await pageOf(table(body, heads, one)).write([count(1, 2), count(2, 1)])).toEqual({
      lines: [1, 2],
      missed: [],
    });
    expect(values('.d')).toEqual(['2026-11-03']);
    const differing = pageOf(table(body, heads, one));
    expect((await differing.write([count(1, 2), count(2, 1, '2026-11-05')])).missed).toEqual([
      { lineNumber: 1, what: 'date', why: 'several' },
      { lineNumber: 2, what: 'date', why: 'several' },
    ]);
    expect(values('.d')).toEqual(['']);
  });

  test('are chosen from a list that has just that number', async () => {
    const list =
      '<td><select class="q"><option value="">–</option><option value="a">1</option><option value="b">2</option></select></td>';
    const counting = pageOf(table(row(0, list + day) + row(1, list + day)));
    expect(await counting.write([count(1, 2), count(2, 5)])).toEqual({
      lines: [1],
      missed: [{ lineNumber: 2, what: 'line', why: 'no-field' }],
    });
    expect(values('.q')).toEqual(['b', '']);
    // A line whose quantity isn't taken gets no day either.
    expect(values('.d')).toEqual(['2026-11-03', '']);
  });

  test('go nowhere else: other lines, other columns, two fields of one kind, fields that can’t be written', async () => {
    const html = table(
      row(0, `<td><input class="q" readonly></td>${day}`) +
        row(
          1,
          `<td><input class="q" aria-label="Received qty"><input class="q" aria-label="Received qty"></td>${day}`,
        ),
      '<th>Received</th><th>Lot expiration</th>',
    );
    expect((await pageOf(html).write([count(1, 2), count(2, 1), count(3, 1)])).missed).toEqual([
      { lineNumber: 1, what: 'line', why: 'no-field' },
      { lineNumber: 2, what: 'line', why: 'several' },
      { lineNumber: 3, what: 'line', why: 'no-line' },
    ]);
    expect(values('.q,.d')).toEqual(['', '', '', '', '']);
    const cart = pageOf(table(row(0, qty + day), '<th>Order Qty</th><th>Expiration date</th>'));
    expect((await cart.write([count(1, 2)])).lines).toEqual([]);
    expect(values('.q,.d')).toEqual(['', '']);
  });

  test('leave lines alone that can’t be told apart', async () => {
    const counting = pageOf(table(row(0, qty + day) + row(0, qty + day) + row(1, qty + day)));
    expect(await counting.write([count(1, 2), count(2, 1)])).toEqual({
      lines: [2],
      missed: [{ lineNumber: 1, what: 'line', why: 'several' }],
    });
    expect(values('.q')).toEqual(['', '', '1']);
  });

  test('aren’t written where the page would send the form off by itself', async () => {
    const sends = '<td><input class="q" onchange="__doPostBack(\'q\',\'\')"></td>';
    const counting = pageOf(table(row(0, sends + day) + row(1, qty + day)));
    const second = document.querySelectorAll<HTMLInputElement>('.q')[1];
    second?.addEventListener('change', () => second.form?.requestSubmit());
    expect(
      (await counting.write([count(1, 2, null), count(2, 1, null)])).missed.map(({ why }) => why),
    ).toEqual(['sends', 'sends']);
    expect(values('.q')).toEqual(['', '']);
  });

  test('go where the supplier’s profile says', async () => {
    const html = table(
      row(0, '<td><input class="q"></td><td><input class="other"></td>'),
      '<th>Cnt A</th><th>Cnt B</th>',
    );
    const rule = (path: string | null, header: string | null = null, index: number | null = null) => ({
      rules: () => ({ quantity: { header, path, index } }),
    });
    for (const rules of [rule(':scope .q'), rule(null, 'cnt a'), rule(null, null, 3), rule('[', 'cnt a')]) {
      const counting = pageOf(html, rules);
      expect((await counting.write([count(1, 2, null)])).lines).toEqual([1]);
      expect([values('.q'), values('.other')]).toEqual([['2'], ['']]);
    }
    expect((await pageOf(html).write([count(1, 2, null)])).lines).toEqual([]);
  });
});

describe('a form that answers by itself', () => {
  test('and makes a mask of the day keeps it; one that takes nothing shows what it showed', async () => {
    const counting = pageOf(
      table(row(0, '<td><input class="q"></td><td><input class="d"></td>') + row(1, qty + day)),
    );
    const [quantity] = document.querySelectorAll<HTMLInputElement>('.q');
    const [date] = document.querySelectorAll<HTMLInputElement>('.d');
    if (!quantity || !date) throw new Error('no fields');
    quantity.value = '1';
    quantity.addEventListener('input', () => {
      if (Number(quantity.value) > 1) quantity.value = '1.5';
    });
    date.addEventListener('input', () => {
      const [month, dayOf, year] = date.value.split('/');
      date.value = `${Number(month)}/${Number(dayOf)}/${year}`;
    });
    expect(await counting.write([count(1, 2), count(2, 1)])).toEqual({
      lines: [2],
      missed: [{ lineNumber: 1, what: 'line', why: 'not-taken' }],
    });
    expect([quantity.value, date.value]).toEqual(['1', '11/3/2026']);
  });

  test('and looks at the element’s own value hears of the new one, as frameworks need it', async () => {
    const counting = pageOf(table(row(0, qty + day)));
    const field = document.querySelector<HTMLInputElement>('.q');
    if (!field) throw new Error('no field');
    const own = vi.fn();
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(field, 'value', {
      configurable: true,
      set: own,
      get: () => native?.get?.call(field) as string,
    });
    const heard: string[] = [];
    for (const name of ['input', 'change'])
      field.addEventListener(name, () => heard.push(`${name} ${field.value}`));
    expect((await counting.write([count(1, 2)])).lines).toEqual([1]);
    expect(own).not.toHaveBeenCalled();
    expect(heard).toEqual(['input 2', 'change 2']);
  });
});
