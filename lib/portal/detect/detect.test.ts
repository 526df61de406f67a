// @vitest-environment happy-dom
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SURE, type LineField, type SeenPage } from '../evidence';
import { seenPageSchema } from '../schemas';
import { detect, detectElements, detectInSlices } from './index';

function pageOf(html: string, title = 'Review your order'): Document {
  const page = document.implementation.createHTMLDocument(title);
  page.body.innerHTML = `<h1>${title}</h1>${html}<button>Submit order</button>`;
  return page;
}

const table = (head: string, ...rows: string[]) =>
  `<table><tr>${cells(head, 'th')}</tr>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</table>`;
const cells = (row: string, tag: string) =>
  row
    .split('|')
    .map((text) => `<${tag}>${text.trim()}</${tag}>`)
    .join('');

const HEAD = 'NDC | Description | Size | Qty';
const OXY = '97104-0552-01 | Oxycodone HCl 5 mg tablet | 100 | 4';
const METH = '97104-0710-25 | Methadone HCl 10 mg tablet | 100 | 2';

/** NDC, size and quantity of each line, as the page shows them. */
const told = (page: SeenPage) =>
  page.lines.map(({ ndc, packageSize, packages }) =>
    [ndc?.text, packageSize?.text, packages?.text].join(' × '),
  );
const BOTH = ['97104-0552-01 × 100 × 4', '97104-0710-25 × 100 × 2'];

describe('lines are read out of', () => {
  it.each([
    ['a table', table(HEAD, OXY, METH)],
    [
      'a table on its side',
      table(
        'NDC | 97104-0552-01 | 97104-0710-25',
        'Description | Oxycodone HCl 5 mg tablet | Methadone HCl 10 mg tablet',
        'Size | 100 | 100',
        'Qty | 4 | 2',
      ),
    ],
    ['a header in a table of its own', table(HEAD) + table('', OXY, METH).replace('<tr><th></th></tr>', '')],
    [
      'rows with a box to tick that has no heading',
      table(HEAD, `<input type="checkbox"> | ${OXY}`, `<input type="checkbox"> | ${METH}`),
    ],
    ['headings that are buttons', table(HEAD.replace(/[A-Za-z]+/g, '<button>$&</button>'), OXY, METH)],
    ['cells in one box without rows', `<div>${cells(`${HEAD} | ${OXY} | ${METH}`, 'span')}</div>`],
    [
      'preformatted text',
      '<pre>\nNDC            DESCRIPTION                 SIZE   QTY\n97104-0552-01  OXYCODONE HCL TAB 5MG        100     4\n97104-0710-25  METHADONE HCL TAB 10MG       100     2\n                              TOTAL PKGS            6\n</pre>',
    ],
    [
      'one definition list for all lines',
      `<dl>${[OXY, METH]
        .map((line) => line.split(' | '))
        .map(
          ([ndc, name, size, qty]) =>
            `<dt>Drug</dt><dd>${name}</dd><dt>NDC</dt><dd>${ndc}</dd><dt>Pkg Size</dt><dd>${size}</dd><dt>Packages</dt><dd>${qty}</dd>`,
        )
        .join('')}</dl>`,
    ],
    [
      'second rows that carry the number',
      '<table><tr><th>Description</th><th>Size</th><th>Qty</th></tr><tr><td>Oxycodone HCl 5 mg tablet</td><td>100</td><td>4</td></tr><tr><td colspan="3">NDC: 97104-0552-01</td></tr><tr><td>Methadone HCl 10 mg tablet</td><td>100</td><td>2</td></tr><tr><td colspan="3">NDC: 97104-0710-25</td></tr></table>',
    ],
    [
      'inputs under labels',
      [OXY, METH]
        .map((line) => line.split(' | '))
        .map(
          ([ndc, name, size, qty], i) =>
            `<fieldset><label for="n${i}">NDC</label><input id="n${i}" value="${ndc}"><p>${name}</p><p>Pack size: ${size}</p><label for="q${i}">Quantity</label><input id="q${i}" value="${qty}"></fieldset>`,
        )
        .join(''),
    ],
  ])('%s', (_, html) => {
    const page = detect(pageOf(html));
    expect(page.kind).toBe('order-form');
    expect(told(page)).toEqual(BOTH);
    expect(v.is(seenPageSchema, page)).toBe(true);
  });

  it('a frame that the page writes itself', () => {
    const page = pageOf('<iframe srcdoc="x"></iframe>');
    const frame = page.querySelector('iframe') as HTMLIFrameElement;
    const inner = pageOf(table(HEAD, OXY, METH));
    Object.defineProperty(frame, 'contentDocument', { value: inner });
    expect(told(detect(page))).toEqual(BOTH);
  });
});

describe('what is not ordered is no quantity', () => {
  const seen = (head: string, row: string) => detect(pageOf(table(head, row))).lines[0];

  it('a suggested or largest quantity is shown as such', () => {
    const line = seen(
      `NDC | Description | Size | Suggested Qty | Order Qty`,
      '97104-0552-01 | Oxycodone 5 mg tab | 100 | 9 | 4',
    );
    expect([line?.packages?.text, line?.suggested?.text]).toEqual(['4', '9']);
  });

  it('the omit code, else the status, says why less came', () => {
    const cut = (head: string, value: string) =>
      seen(
        `NDC | Description | Qty Ordered | Qty Shipped | ${head}`,
        `97104-0552-01 | Oxycodone 5 mg tab | 4 | 0 | ${value}`,
      )?.cut?.text;
    expect([cut('Omit code', 'OS'), cut('Status', 'Backordered')]).toEqual(['OS', 'Backordered']);
  });

  it('a unit is neither size nor quantity', () => {
    const line = seen(
      `NDC | Description | Size | Qty | UM`,
      '97104-0552-01 | Oxycodone 5 mg tab | 100 | 4 | EA',
    );
    expect([line?.packageSize?.text, line?.packages?.text, line?.unit?.text]).toEqual(['100', '4', 'EA']);
  });
});

describe('a value is doubtful where', () => {
  const line = (head: string, row: string) => detect(pageOf(table(head, row, METH))).lines[0];
  it.each([
    [
      'its shape disagrees with its label',
      line(HEAD, '97104-0552-01 | Oxycodone 5 mg tab | 100 | four'),
      'packages',
      'shape',
    ],
    [
      'its cell shows two numbers',
      line(HEAD, '97104-0552-01 | Oxycodone 5 mg tab | 100 | <p>4</p><p>40</p>'),
      'packages',
      'several',
    ],
    [
      'it holds turning characters',
      line(HEAD, '97104-0552-01 | Oxycodone \u202e5 mg tab | 100 | 4'),
      'description',
      'characters',
    ],
    [
      'it holds letters of another script',
      line(HEAD, '97104-0552-01 | Оxycodone 5 mg tab | 100 | 4'),
      'description',
      'characters',
    ],
    [
      'it holds digits of another script',
      line(HEAD, '97104-0552-01 | Oxycodone 5 mg tab | 100 | ４'),
      'packages',
      'characters',
    ],
  ] as const)('%s', (_, read, field: LineField, doubt) => {
    expect(read?.[field]?.doubt).toBe(doubt);
    expect(read?.[field]?.confidence).toBeLessThan(SURE);
  });

  it('two columns could be meant and differ; not where they agree', () => {
    const head = 'NDC | Description | Qty | Quantity';
    const of = (row: string) => detect(pageOf(table(head, row))).lines[0]?.packages?.doubt;
    expect(of('97104-0552-01 | Oxycodone 5 mg tab | 4 | 40')).toBe('several');
    expect(of('97104-0552-01 | Oxycodone 5 mg tab | 4 | 4')).toBeUndefined();
  });

  it('nothing else: plain values are sure, and say where they stand', () => {
    const read = line(HEAD, OXY);
    for (const field of ['ndc', 'description', 'packageSize', 'packages'] as const)
      expect(read?.[field]?.confidence).toBeGreaterThanOrEqual(SURE);
    expect(read?.packages?.where).toBe('table 1, column “Qty”, row 1');
  });
});

describe('missing lines', () => {
  it.each([
    ['a pager', '<p>1–2 of 37</p>', { shown: 2, stated: 37 }],
    ['a number of lines', '<p>Lines: 12</p>', { shown: 2, stated: 12 }],
    ['the sum of packages', '<p>6 items</p>', null],
    ['as many as are shown', '<p>2 items</p>', null],
    ['nothing', '', null],
  ])('by %s', (_, said, missing) => {
    expect(detect(pageOf(table(HEAD, OXY, METH) + said)).missing).toEqual(missing);
  });
});

describe('no order form', () => {
  it.each([
    [
      'search results',
      'Search results',
      table(`${HEAD} | `, `${OXY} | <button>Add to cart</button>`, `${METH} | <button>Add to cart</button>`),
    ],
    ['a guide', 'How to read your order form', table(HEAD, OXY, METH)],
    [
      'a price list',
      'Contract price list',
      table(`${HEAD} | Price`, `${OXY.replace('4', '<input>')} | 31.20`),
    ],
    [
      'a basket of another shop',
      'Your cart',
      table('Item # | Description | Size | Qty', '44-1 | Copy paper 80 g | 500 | 2'),
    ],
    ['an empty pad', 'Order pad', table(HEAD, ' <input> | | | <input>', ' <input> | | | <input>')],
  ])('is %s', (_, title, html) => {
    const page = document.implementation.createHTMLDocument(title);
    page.body.innerHTML = `<h1>${title}</h1>${html}`;
    expect(detect(page).kind).toBe('none');
  });

  it('is a wall of inputs', () => {
    expect(detect(pageOf(table(HEAD, OXY) + '<input>'.repeat(4_100))).kind).toBe('none');
  });
});

it('elements of the values are found, empty ones to be filled in too', () => {
  const page = pageOf(
    table(
      'NDC | Description | Qty Shipped | Qty Received',
      '97104-0552-01 | Oxycodone 5 mg tab | 4 | <input id="r">',
    ),
    'Receive shipment',
  );
  const { page: seen, lines } = detectElements(page);
  expect(seen.kind).toBe('shipment');
  expect(seen.lines[0]?.received).toBeNull();
  expect(lines[0]?.values.received?.id).toBe('r');
  expect(lines[0]?.values.shipped?.textContent).toBe('4');
});

describe('in slices', () => {
  const signal = () => new AbortController().signal;

  it('reads what reading at once does', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => OXY.replace('0552', String(1_000 + i)));
    const page = pageOf(table(HEAD, ...rows));
    expect(await detectInSlices(page, { signal: signal() })).toEqual(detect(page));
  });

  it('ends with its signal', async () => {
    await expect(detectInSlices(pageOf(table(HEAD, OXY)), { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
