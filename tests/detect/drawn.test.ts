import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SURE, type SeenPage } from '@/lib/portal';
import { CHROMIUM, openReader, type Reader } from '../pages/reader';

/** One line whose quantity cell holds `cell`; the page's own styles in `style`. */
const pageWith = (
  cell: string,
  style = '',
) => `<!doctype html><title>Review order</title><style>${style}</style>
  <h1>Review order</h1><table><tr><th>NDC</th><th>Description</th><th>Size</th><th>Qty</th></tr>
  <tr class="line"><td>97104-0552-01</td><td>Oxycodone HCl 5 mg tablet</td><td>100</td><td class="q">${cell}</td></tr></table>
  <button>Submit order</button>`;

/** What only a layout engine knows: a person sees 4, whatever else the page holds (attacks.md 90). */
describe.skipIf(!CHROMIUM)('what is drawn', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  }, 60_000);
  afterAll(() => reader.close());

  const quantityOf = (page: SeenPage) => page.lines[0]?.packages ?? null;

  test.each([
    ['white on white', '4<span style="color:#fff">0</span>'],
    ['transparent', '4<span style="color:transparent">0</span>'],
    ['tiny', '4<span style="font-size:1px">0</span>'],
    ['nearly clear', '4<span style="opacity:.02">0</span>'],
    ['off the screen', '4<span style="position:absolute;left:-9999px">0</span>'],
    [
      'clipped to nothing',
      '4<span style="display:inline-block;width:0;height:20px;overflow:hidden">0</span>',
    ],
    ['cut by a path', '4<span style="display:inline-block;clip-path:inset(100%)">0</span>'],
    [
      'rolled out of its box',
      '<div style="height:20px;overflow:hidden"><div style="height:20px">4</div><div style="height:20px">40</div></div>',
    ],
    ['hidden', '4<span style="visibility:hidden">0</span>'],
    ['struck', '<s>40</s> 4'],
  ])('a zero %s is not read', async (_, cell) => {
    const quantity = quantityOf(await reader.read(pageWith(cell)));
    expect(quantity?.text).toBe('4');
    expect(quantity?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  test.each([
    ['digits that a style sheet adds', '4', '.q::after{content:"0"}'],
    ['digits in an attribute', '<span data-n="0">4</span>', '.q span::after{content:attr(data-n)}'],
    ['a counter', '4', '.q::before{counter-increment:n;content:counter(n)}'],
    ['turned order', '<bdo dir="rtl">40</bdo>', ''],
  ])('%s make a quantity doubtful', async (_, cell, style) => {
    const quantity = quantityOf(await reader.read(pageWith(cell, style)));
    expect(quantity?.confidence).toBeLessThan(SURE);
    expect(quantity?.doubt).toBe('drawn');
  });

  test.each([
    ['an icon', '4', '.q::after{content:"\\f101"}'],
    ['digits elsewhere', '4', 'h1::before{content:"1. "}'],
    ['white on a dark ground', '<b style="background:#036;color:#fff">4</b>', ''],
    ['white on a picture', '4', '.line{background:linear-gradient(#036,#024)} .line td{color:#fff}'],
    ['words cut in words', '4', 'table{direction:ltr;unicode-bidi:isolate}'],
  ])('%s changes nothing', async (_, cell, style) => {
    const quantity = quantityOf(await reader.read(pageWith(cell, style)));
    expect([quantity?.text, quantity?.doubt]).toEqual(['4', undefined]);
    expect(quantity?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  test('a line in the colour of its ground is none', async () => {
    expect((await reader.read(pageWith('4', '.line td{color:#fff}'))).kind).toBe('none');
  });

  test('rows below the fold of a pane that scrolls are read', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `<tr><td>97104-0${100 + i}-01</td><td>Oxycodone HCl 5 mg tablet</td><td>100</td><td>4</td></tr>`,
    );
    const page = pageWith('4')
      .replace(
        '<table>',
        '<div style="height:100vh;overflow:hidden"><div style="height:200px;overflow:auto"><table>',
      )
      .replace('</table>', `${rows.join('')}</table></div></div>`);
    expect((await reader.read(page)).lines).toHaveLength(61);
  });
});
