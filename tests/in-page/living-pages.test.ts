import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenPage } from '@/lib/portal';
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
});
