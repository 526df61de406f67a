import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { say } from '@/lib/words/page';
import { CHROMIUM } from '../pages/reader';
import { openPanelWorld, view, type InPage } from './panel-world';

/** A list of 60 lines that mounts twelve rows around where it is scrolled to. */
const virtual = `<!doctype html><title>Cart</title><h1>Your order</h1>
  <div id="box" style="height:240px;overflow:auto"><div role="grid" aria-rowcount="61" style="height:1500px;position:relative">
  <div role="row"><span role="columnheader">NDC</span> <span role="columnheader">Description</span> <span role="columnheader">Order Qty</span> <span role="columnheader">Pkg Size</span></div>
  <div id="rows"></div></div></div><button>Submit order</button>
  <script>
    const box = document.querySelector('#box'), rows = document.querySelector('#rows');
    const draw = () => {
      const from = Math.max(0, Math.min(48, Math.floor(box.scrollTop / 24) - 2));
      rows.innerHTML = Array.from({ length: 12 }, (_, i) => from + i).map((n) =>
        '<div role="row" aria-rowindex="' + (n + 2) + '" style="position:absolute;top:' + (24 * n + 24) + 'px">' +
        ['97104-' + String(1000 + n) + '-01', 'OXYCODONE HCL 5MG TAB', n % 9 + 1, '100'].map((text) => '<span role="gridcell">' + text + '</span>').join(' ') + '</div>').join('');
    };
    box.addEventListener('scroll', draw); draw();
  </script>`;

const read = ({ page }: InPage) => page.evaluate<SeenPage>('countersign.read()');

describe.skipIf(!CHROMIUM)('a page that lives', () => {
  let world: Awaited<ReturnType<typeof openPanelWorld>>;
  beforeAll(async () => {
    world = await openPanelWorld();
  });
  afterAll(() => world.close());

  test('a list that mounts its rows is whole once it was scrolled through, and says so before', async () => {
    const open = await world.open(virtual, { view: { ...view, hold: null } });
    expect((await read(open)).missing).toEqual({ shown: 12, stated: 60 });
    for (let top = 160; top <= 1_300; top += 160) {
      await open.page.evaluate((to) => {
        (document.querySelector('#box') as Element).scrollTop = to;
        return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30)));
      }, top);
      await read(open);
    }
    const whole = await read(open);
    expect(whole.lines).toHaveLength(60);
    expect(whole.missing).toBeNull();
    expect(whole.lines.map(({ packages }) => Number(packages?.text))).toEqual(
      Array.from({ length: 60 }, (_, n) => (n % 9) + 1),
    );
  });

  const cart = (more: string) => `<!doctype html><title>Cart</title><h1>Your order</h1>
    <style>.off { display: none }</style><table><tr><th>NDC</th><th>Description</th><th>Pkg Size</th><th>Order Qty</th></tr>
    <tr><td>97104-0552-01</td><td>OXYCODONE HCL 5MG TAB</td><td>100</td><td><input id="q" value="3"></td></tr>
    <tr id="other"><td>97104-0553-01</td><td>OXYCODONE HCL 10MG TAB</td><td>100</td><td><input value="6"></td></tr></table>${more}<button>Submit order</button>`;
  const seen = ({ page }: InPage) => page.evaluate<SeenPage[]>('told.seen');

  test.each([
    ['a stepper that sets a value', `<i id="b" onclick="q.value = 4">+</i>`, 'click', ['4', '6']],
    ['a tab by its class', `<i id="b" onclick="other.className = 'off'">One</i>`, 'click', ['3']],
    ['a key', `<i id="b" tabindex="0" role="button" onkeydown="q.value = 5">+</i>`, 'Enter', ['5', '6']],
  ])('what a press alone changes is read: %s', async (_, more, how, packages) => {
    const open = await world.open(cart(more), { view: { ...view, hold: null } });
    await expect.poll(async () => (await seen(open)).length).toBe(1);
    await (how === 'click' ? open.page.click('#b') : open.page.press('#b', how));
    await expect
      .poll(async () => (await seen(open)).at(-1)?.lines.map((line) => line.packages?.text))
      .toEqual(packages);
  });

  test('an act on a page that is empty for a moment does nothing and says so', async () => {
    const open = await world.open(cart(''), { view: { ...view, hold: null, actions: ['track'] } });
    await expect.poll(async () => (await seen(open)).length).toBe(1);
    await open.page.waitForTimeout(500);
    await open.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p>Please wait.</p>');
      document.querySelector('table')?.remove();
    });
    await open.panel.click(new RegExp(say('panel.track')));
    await open.panel.says(say('panel.nothingNow'));
    expect(await open.page.evaluate('told.acts')).toEqual([]);
  });
});
