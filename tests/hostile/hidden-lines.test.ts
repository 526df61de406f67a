import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { CHROMIUM, openHostile, type Hostile } from './hostile-browser';
import { HYDROMORPHONE, METHYLPHENIDATE, orderPage, OXYCODONE, rowHtml } from './order-page';
import { sureLines, told } from './sure-lines';

const honest = [told(OXYCODONE), told(METHYLPHENIDATE)];
const all = [...honest, told(HYDROMORPHONE)];
const style = (css: string) => `<style>.x{${css}}</style>`;
const cell = (css: string) => `<style>.x td{${css}}</style>`;

/** Ways in which a page may carry a line that nobody sees; without the style it is an honest third line. */
const styles: readonly (readonly [string, string])[] = [
  ['not displayed', style('display:none')],
  ['made invisible', style('visibility:hidden')],
  ['collapsed', style('visibility:collapse')],
  ['transparent', style('opacity:0')],
  ['almost transparent', style('opacity:.03')],
  ['in letters of no size', cell('font-size:0')],
  ['in letters of a pixel', cell('font-size:1px')],
  ['white on white', cell('color:#fff')],
  ['almost white on white', cell('color:#fdfdfd')],
  ['in transparent ink', cell('color:transparent')],
  ['filled with nothing', cell('-webkit-text-fill-color:transparent')],
  ['far off the screen', style('position:absolute;left:-9999px')],
  ['above the screen', style('position:fixed;top:-500px')],
  ['cut away', style('clip-path:inset(100%)')],
  ['shrunk to nothing', style('display:block;transform:scale(0)')],
  ['in a box without height', style('display:block;height:0;overflow:hidden')],
  ['indented away', cell('text-indent:-9999px;overflow:hidden;white-space:nowrap')],
  ['not rendered', style('display:block;content-visibility:hidden')],
  ['for print alone', '<style>@media screen{.x{display:none}}</style>'],
  ['hidden by animation', '<style>@keyframes k{to{opacity:0}}.x{animation:k .01s forwards}</style>'],
  ['under a filter', style('display:table-row;filter:opacity(0)')],
];

/** The same by markup: as it is, and as an honest page would have it. */
const third = rowHtml(HYDROMORPHONE);
const markups: readonly (readonly [string, string])[] = [
  ['in a template', `<template>${third}</template>`],
  ['in a comment', `<!-- ${third} -->`],
  ['with the attribute hidden', rowHtml({ ...HYDROMORPHONE, attributes: 'hidden' })],
  ['struck through', rowHtml({ ...HYDROMORPHONE, attributes: 'style="text-decoration:line-through"' })],
];

describe.skipIf(!CHROMIUM)('a line that nobody sees', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());
  const read = async (html: string) => {
    await hostile.open(html);
    return sureLines(await hostile.ours<SeenPage>('ours.detect(document)'));
  };
  const rows = [OXYCODONE, METHYLPHENIDATE];

  it('control: is read where people see it', async () => {
    expect(await read(orderPage([...rows, { ...HYDROMORPHONE, attributes: 'class="x"' }]))).toEqual(all);
  });

  it.each(styles)('%s isn’t signed for', async (_name, more) => {
    const html = orderPage([...rows, { ...HYDROMORPHONE, attributes: 'class="x"' }], { more });
    expect(await read(html)).toEqual(honest);
  });

  it.each(markups)('%s isn’t signed for', async (_name, row) => {
    expect(await read(orderPage([...rows, row]))).toEqual(honest);
  });

  const table = orderPage([HYDROMORPHONE]).replace(/<h1>.*<\/p>/s, '');
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['closed details', `<details><summary>More</summary>${table}</details>`, {}],
    ['a dialog that isn’t open', `<dialog>${table}</dialog>`, {}],
    ['noscript', `<noscript>${table}</noscript>`, {}],
    [
      'a closed shadow root',
      '<div id="s"></div><script>document.getElementById("s").attachShadow({mode:"closed"}).innerHTML=`' +
        table +
        '`</script>',
      {},
    ],
    ['a sandboxed frame', `<iframe sandbox srcdoc="${table.replaceAll('"', '&quot;')}"></iframe>`, {}],
    [
      'a frame of another origin',
      '<iframe src="https://evil.example/cart"></iframe>',
      { 'https://evil.example/cart': orderPage([HYDROMORPHONE]) },
    ],
    [
      'a frame that nobody sees',
      `<iframe style="opacity:0" srcdoc="${table.replaceAll('"', '&quot;')}"></iframe>`,
      {},
    ],
    [
      'a frame without size',
      `<iframe width="0" height="0" style="border:0" srcdoc="${table.replaceAll('"', '&quot;')}"></iframe>`,
      {},
    ],
  ])('in %s isn’t signed for', async (_name, after, frames) => {
    await hostile.open(orderPage(rows, { after }), frames);
    expect(sureLines(await hostile.ours<SeenPage>('ours.detect(document)'))).toEqual(honest);
  });
});
