// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { detect } from '../detect';
import { createReader } from '../detect/reader';
import type { LineField } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import type { ReadingRules } from '../profiles/rules';
import { generaliseLine, generalisePage } from './generalise';
import { createTeaching } from './teaching';

function pageWith(html: string): Document {
  const page = document.implementation.createHTMLDocument('Untitled');
  page.body.innerHTML = html;
  return page;
}

const address = { street: null, street2: null, city: null, state: null, postalCode: null };
const profile: PortalProfile = {
  id: 'portal',
  hosts: ['portal.example'],
  supplier: { name: null, deaNumber: null, address },
  mode: 'companion',
  verified: false,
};

/** Picks elements of a page one after another and says what they are; answers what the page then reads as. */
function taught(page: Document, picks: readonly (readonly [string, LineField])[]) {
  const teaching = createTeaching({});
  for (const [selector, field] of picks) {
    const picked = page.querySelector(selector);
    if (!picked) throw new Error(`nothing at ${selector}`);
    const known = teaching.rules.lines?.row ?? null;
    const said = generaliseLine(picked, field, createReader(page), known);
    if (!said) throw new Error(`nothing like ${selector}`);
    teaching.add(said.rules);
  }
  const seen = detect(page, { profile: { ...profile, reading: teaching.rules } });
  return {
    rules: teaching.rules,
    lines: seen.lines.map((line) => [line.description?.text, line.packages?.text]),
  };
}

const cells = (name: string, count: string) =>
  `<div class="css-1a2b3c"><div class="jss12">${name}</div><div class="jss14"><b>${count}</b></div></div>`;
const hashed = `<main><section class="sc-gsDKAQ">${cells('Oxycontin small', '6')}${cells('Ritalin big', '2')}${cells('Fentora', '1')}</section></main>`;

describe('one value becomes a column', () => {
  it('in boxes with class names that a build made up, which no rule uses', () => {
    const { rules, lines } = taught(pageWith(hashed), [
      ['b', 'packages'],
      ['.jss12', 'description'],
    ]);
    expect(lines).toEqual([
      ['Oxycontin small', '6'],
      ['Ritalin big', '2'],
      ['Fentora', '1'],
    ]);
    expect(JSON.stringify(rules)).not.toMatch(/css-|jss|sc-/);
  });

  it('whatever line it is picked in', () => {
    const rulesOf = (nth: number) =>
      taught(pageWith(hashed), [[`main section > div:nth-of-type(${nth}) b`, 'packages']]).rules;
    expect(rulesOf(2)).toEqual(rulesOf(1));
    expect(rulesOf(3)).toEqual(rulesOf(1));
  });

  const row = (name: string, count: string) =>
    `<tr><td>${name}</td><td>88</td><td><input class="wantedCount" value="${count}"></td></tr>`;
  const table = (extra = '') =>
    `<table id="lines"><thead><tr><th>Ware</th>${extra && '<th>Rack</th>'}<th>Here</th><th>To come</th></tr></thead>
     <tbody>${row('Oxycontin small', '6')}${row('Ritalin big', '2')}</tbody></table>`.replaceAll(
      '<td>88</td>',
      `${extra}<td>88</td>`,
    );

  it('of a table goes by its header, also when a column comes in between', () => {
    const { rules, lines } = taught(pageWith(table()), [
      ['input', 'packages'],
      ['tbody td', 'description'],
    ]);
    expect(rules.lines?.row).toBe('#lines > tbody > tr');
    expect(rules.lines?.columns?.packages?.header).toBe('to come');
    expect(lines).toEqual([
      ['Oxycontin small', '6'],
      ['Ritalin big', '2'],
    ]);
    const later = detect(pageWith(table('<td>A7</td>')), { profile: { ...profile, reading: rules } });
    expect(later.lines.map(({ packages }) => packages?.text)).toEqual(['6', '2']);
  });

  it('reads the lines of every section, not only of the one it was picked in', () => {
    const item = (name: string, count: string) =>
      `<li class="ware"><span class="title">${name}</span><em>${count}</em></li>`;
    const page = pageWith(
      `<div><h3>One</h3><ul>${item('Oxycontin small', '6')}${item('Fentora', '4')}</ul>
       <h3>Two</h3><ul>${item('Ritalin big', '2')}</ul></div>`,
    );
    const { lines } = taught(page, [
      ['em', 'packages'],
      ['.title', 'description'],
    ]);
    expect(lines.map(([, count]) => count)).toEqual(['6', '4', '2']);
  });

  it('works in an order of one line', () => {
    const page = pageWith('<div id="order"><p><i>Oxycontin small</i> <q>6</q></p></div>');
    const { lines } = taught(page, [
      ['q', 'packages'],
      ['i', 'description'],
    ]);
    expect(lines).toEqual([['Oxycontin small', '6']]);
  });

  it('is nothing where the value stands alone', () => {
    const page = pageWith('<b>6</b>');
    expect(
      generaliseLine(page.querySelector('b') as Element, 'packages', createReader(page), null),
    ).toBeNull();
  });
});

it('a value of the page goes by its label, or by an element that has a name', () => {
  const page = pageWith('<dl><dt>Our ref:</dt><dd>26X100208</dd></dl><p id="supplierNumber">RX1</p>');
  const rulesFor = (selector: string) =>
    generalisePage(page.querySelector(selector) as Element, 'orderNumber', createReader(page)).rules.page
      ?.orderNumber;
  expect(rulesFor('dd')).toEqual({ label: 'our ref', selector: null });
  expect(rulesFor('#supplierNumber')?.selector).toBe('#supplierNumber');
});

it('steps are taken back one by one, and what was known before stays', () => {
  const before: ReadingRules = { page: { orderNumber: { label: 'ref', selector: null } } };
  const rule = { header: null, path: 'b', index: null };
  const teaching = createTeaching(before);
  teaching.add({ lines: { row: 'p', columns: { packages: rule } } });
  teaching.add({ lines: { row: 'p', columns: { ndc: rule } } });
  expect(teaching.rules).toEqual({
    ...before,
    lines: { row: 'p', columns: { packages: rule, ndc: rule } },
  });
  teaching.undo();
  expect(Object.keys(teaching.rules.lines?.columns ?? {})).toEqual(['packages']);
  teaching.undo();
  expect(teaching.rules).toEqual(before);
});
