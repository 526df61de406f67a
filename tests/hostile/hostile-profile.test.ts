import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { demoProfile } from '../desk/demo-profile';
import { CHROMIUM, openHostile, type Hostile } from './hostile-browser';
import { METHYLPHENIDATE, orderPage, OXYCODONE } from './order-page';
import { sureLines, told } from './sure-lines';

const plain = [told(OXYCODONE), told(METHYLPHENIDATE)];
const SECRET = 'hunter2-4711';
/** Deep and wide enough for a selector that looks everything through for everything. */
const DEEP = `${'<div class="a"><i class="b">x</i>'.repeat(250)}${'</div>'.repeat(250)}
  ${'<p class="a"><b>1</b><b>2</b></p>'.repeat(1500)}`;
const MARKUP = '<img src=x onerror="parent.hit=1">';

/** Selectors of a profile that was written against us. */
const selectors: readonly (readonly [string, string])[] = [
  ['everything', '*'],
  ['everything of everything', '* * * * * * * * * *'],
  ['boxes that have boxes', 'div:has(:has(* * *)) :has(i ~ * ~ *)'],
  ['siblings of siblings', ':is(p ~ p ~ p) ~ :is(p ~ p ~ p ~ p) ~ p b ~ b'],
  ['places that are counted anew', ':nth-child(odd of :not(p ~ p ~ p))'],
  ['every box', 'div'],
  ['a very long one', `tr${' *'.repeat(5_000)}`],
  ['no selector', 'tr[[['],
  ['markup', MARKUP],
];

describe.skipIf(!CHROMIUM)('a profile that is against us', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());
  const read = async (rules: object, after = '') => {
    await hostile.open(orderPage([OXYCODONE, METHYLPHENIDATE], { after }));
    const profile = { ...demoProfile('harbor', 'companion'), ...rules };
    return hostile.ours<{ page: SeenPage; took: number; usual: number }>(`(() => {
      const profile = ${JSON.stringify(profile)};
      ours.detect(document);
      const begun = performance.now(); ours.detect(document, { profile: { ...profile, reading: {}, submits: [] } });
      const usual = performance.now() - begun; const page = ours.detect(document, { profile });
      return { page, usual, took: performance.now() - begun - usual } })()`);
  };
  const column = (path: string) => ({ header: null, path, index: null });

  it('control: rules that fit are followed', async () => {
    const columns = { packages: { header: 'pkg size', path: null, index: null } };
    const { page } = await read({ reading: { lines: { row: 'tbody > tr', columns } } });
    expect(page.lines.map(({ packages }) => packages?.text)).toEqual(['100', '100']);
  });

  it.each(selectors)('%s: the page isn’t held up, and its lines are still there', async (_name, selector) => {
    const columns = { ndc: column(selector), description: column(selector) };
    const value = { label: null, selector };
    const { page, took, usual } = await read(
      { submits: [selector], reading: { lines: { row: selector, columns }, page: { orderNumber: value } } },
      DEEP,
    );
    expect(took, `usual: ${usual}`).toBeLessThan(5 * usual + 2_000);
    // What the rules say of a row may make it doubtful, never another order.
    const lines = page.lines.map(({ ndc, packages }) =>
      told({ ndc: ndc?.text ?? '', quantity: packages?.text ?? '' }),
    );
    expect(lines).toEqual(expect.arrayContaining(plain));
    expect(plain).toEqual(expect.arrayContaining([...sureLines(page)]));
  });

  it('a password is never read, whatever the rules point at; what stands beside it is', async () => {
    const value = (selector: string) => ({ label: null, selector });
    const rules = (selector: string) => ({ reading: { page: { statement: value(selector) } } });
    const field = `<form><input id="pw" type="password" value="${SECRET}"><p id="beside">Wait for stock</p></form>`;
    const { page: beside } = await read(rules('#beside'), field);
    const { page } = await read(rules('#pw'), field);
    const { page: around } = await read(rules('form'), field);
    const lines = { row: 'form', columns: { description: column('input'), packages: column('input') } };
    const { page: line } = await read({ reading: { lines } }, field);
    expect(beside.statement?.text ?? 'Wait for stock').toContain('Wait');
    expect(JSON.stringify([page, around, line])).not.toContain(SECRET);
  });

  it('labels with markup stay text: nothing of them runs, in the page or in the panel', async () => {
    const columns = { packages: { header: MARKUP, path: 'td:last-child', index: 4 } };
    const { page } = await read({
      reading: { lines: { row: 'tbody > tr', columns }, page: { state: { label: MARKUP, selector: 'h1' } } },
    });
    expect(sureLines(page)).toEqual(plain);
    const view = {
      ...{ supplierName: MARKUP, title: MARKUP, lines: [], missing: MARKUP, level: 'none', levelWord: '' },
      ...{ actions: [], unreceived: [{ orderId: '1', number: MARKUP, sentence: MARKUP }], order: null },
      ...{ notice: MARKUP, hold: null },
    };
    const images = await hostile.ours<number>(`(() => { const made = [];
      const shadow = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { made.push(shadow.call(this, init)); return made[0] };
      ours.createPanel(document, { acts: {}, place: { corner: 'top-right', collapsed: false }, onPlace() {},
        signal: new AbortController().signal }).show(${JSON.stringify(view)});
      return made[0].querySelectorAll('img').length })()`);
    expect(images).toBe(0);
    expect(await hostile.theirs('window.hit')).toBeUndefined();
  });
});
