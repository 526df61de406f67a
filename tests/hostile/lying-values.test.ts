import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { CHROMIUM, openHostile, type Hostile } from './hostile-browser';
import { METHYLPHENIDATE, orderPage, OXYCODONE, type HostileRow } from './order-page';
import { sureLines, told } from './sure-lines';

interface Lie {
  readonly name: string;
  /** The row as the hostile page draws it; people see another quantity, drug or NDC than its text says. */
  readonly row: Partial<HostileRow>;
  readonly more?: string;
  /** The same act without the lie. */
  readonly control: Partial<HostileRow>;
}
const style = (css: string) => `<style>${css}</style>`;

const lies: readonly Lie[] = [
  {
    name: 'a digit that a style sheet adds behind',
    row: { quantity: '<span class="q">2</span>' },
    more: style('.q::after{content:"0"}'),
    control: { quantity: '<span class="q">2</span>' },
  },
  {
    name: 'a digit that a style sheet adds before',
    row: { quantity: '<span class="q">2</span>' },
    more: style('.q::before{content:"1"}'),
    control: { quantity: '<span class="q">2</span>' },
  },
  {
    name: 'a counter in place of a number',
    row: { quantity: '<span class="q">2</span>' },
    more: style('.q{counter-increment:a 7}.q::after{content:counter(a)}'),
    control: { quantity: '<span class="q">2</span>' },
  },
  {
    name: 'a style sheet that turns the digits',
    row: { quantity: '<bdo class="q">12</bdo>' },
    more: style('.q{unicode-bidi:bidi-override;direction:rtl}'),
    control: { quantity: '<span class="q">12</span>' },
  },
  {
    name: 'characters that turn the digits',
    row: { quantity: '\u202e21\u202c' },
    control: { quantity: '21' },
  },
  {
    name: 'characters that turn the name',
    row: { name: 'OXYCODONE \u202eBAT GM01' },
    control: { name: 'OXYCODONE 10MG TAB' },
  },
  { name: 'digits of another script', row: { quantity: '٢' }, control: { quantity: '2' } },
  { name: 'full-width digits', row: { quantity: '\uff12' }, control: { quantity: '2' } },
  {
    name: 'a Cyrillic letter in the name',
    row: { name: '\u041eXYCODONE HCL 10MG TAB' },
    control: { name: 'OXYCODONE HCL 10MG TAB' },
  },
  {
    name: 'a Greek letter in the NDC',
    row: { ndc: '9990\u0399-0110-01' },
    control: { ndc: '99901-0110-01' },
  },
  { name: 'combining strokes through a digit', row: { quantity: '2\u0338' }, control: { quantity: '2' } },
  {
    name: 'an invisible separator between digits',
    row: { quantity: '1\u20632' },
    control: { quantity: '12' },
  },
  { name: 'tag characters behind a digit', row: { quantity: '2\u{e0030}' }, control: { quantity: '2' } },
  { name: 'two numbers in one cell', row: { quantity: '2 or 20' }, control: { quantity: '2' } },
  { name: 'an exponent', row: { quantity: '2e1' }, control: { quantity: '20' } },
  { name: 'half a package', row: { quantity: '2.5' }, control: { quantity: '2' } },
  { name: 'less than nothing', row: { quantity: '-2' }, control: { quantity: '2' } },
  { name: 'more than anybody orders', row: { quantity: '1000000000' }, control: { quantity: '9' } },
];

/** What people see is `2`; text, attributes and controls hold other numbers beside it. */
const decoys: readonly (readonly [string, string])[] = [
  ['a label for screen readers', '<span aria-label="9">2</span>'],
  ['a title', '<span title="9 packages">2</span>'],
  ['an attribute of data', '<span data-qty="9" data-value="9">2</span>'],
  ['a hidden number', '<span hidden>9</span>2'],
  ['a number in white', '<span style="color:#fff">9</span>2'],
  ['a tiny number', '2<span style="font-size:1px">9</span>'],
  ['a number pushed off the screen', '<span style="position:absolute;left:-999px">9</span>2'],
  ['a hidden input', '<input type="hidden" value="9">2'],
  [
    'an input whose attribute says otherwise',
    '<input value="9" id="q" size="3"><script>document.getElementById("q").value="2"</script>',
  ],
  [
    'a choice that isn’t taken',
    '<select><option value="2" selected>2</option><option value="9">9</option></select>',
  ],
  ['a choice whose value says otherwise', '<select><option value="9" selected>2</option></select>'],
  [
    'a choice that is labelled otherwise than its text',
    '<select><option label="2" selected>9</option></select>',
  ],
  ['a struck number', '<s>9</s> 2'],
  ['a comment', '<!-- 9 -->2'],
  ['zero-width characters', '\u200b2\u2060'],
  ['a script', '<script type="application/json">9</script>2'],
];

/** What people see isn’t in any text: nothing may be taken as sure. */
const unreadable: readonly (readonly [string, string])[] = [
  ['a placeholder in an empty field', '<input placeholder="2" size="3">'],
  ['a field with transparent letters', '<input value="9" size="3" style="color:transparent">'],
  ['a drawing', '<svg width="20" height="20"><text y="15">2</text></svg>'],
  ['a picture', '<img alt="2" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
];

/** Honest lines, so that the columns are known for what they are. */
const others = ['0120', '0130', '0140', '0150'].map((product, n) => ({
  ...METHYLPHENIDATE,
  ndc: `99901-${product}-01`,
  quantity: String(n + 3),
}));

describe.skipIf(!CHROMIUM)('a value that isn’t what it looks like', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());
  const read = async (row: Partial<HostileRow>, more = '') => {
    await hostile.open(orderPage([{ ...OXYCODONE, ...row }, ...others], { more }));
    return hostile.ours<SeenPage>('ours.detect(document)');
  };
  const beside = others.map(told);

  it.each(lies.map((lie) => [lie.name, lie] as const))('%s is doubtful, or not read', async (_name, lie) => {
    expect(sureLines(await read(lie.row, lie.more))).toEqual(beside);
    const plain = { ...OXYCODONE, ...lie.control };
    const honest = plain.quantity.replace(/<[^>]*>/g, '');
    expect(sureLines(await read(lie.control))).toEqual([
      told({ ndc: plain.ndc, quantity: honest }),
      ...beside,
    ]);
  });

  it.each(decoys)('%s beside the number that is seen changes nothing', async (_name, quantity) => {
    expect(sureLines(await read({ quantity }))).toEqual([told(OXYCODONE), ...beside]);
  });

  it.each(unreadable)('%s is never sure to be a quantity', async (_name, quantity) => {
    const page = await read({ quantity });
    expect(sureLines(page).filter((line) => line.startsWith(OXYCODONE.ndc))).toEqual([]);
    expect(sureLines(page)).toEqual(beside);
  });
});
