import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { CHROMIUM } from '../pages/reader';
import { openPanelWorld, orderForm, type InPage } from './panel-world';

/** A list of 60 lines without numbers of its own that mounts twelve around where it is scrolled to. */
const virtual = `<!doctype html><title>Cart</title><h1>Your order</h1>
  <div id="box" style="height:240px;overflow:auto"><div role="grid" aria-rowcount="61" style="height:1500px;position:relative">
  <div role="row"><span role="columnheader">NDC</span> <span role="columnheader">Description</span> <span role="columnheader">Order Qty</span> <span role="columnheader">Pkg Size</span></div>
  <div id="rows"></div></div></div><button>Submit order</button>
  <script>
    const draw = () => {
      const from = Math.max(0, Math.min(48, Math.floor(box.scrollTop / 24) - 1));
      rows.innerHTML = Array.from({ length: 12 }, (_, i) => from + i).map((n) =>
        '<div role="row" style="position:absolute;top:' + (24 * n + 24) + 'px">' +
        ['97104-' + String(1000 + n) + '-01', 'OXYCODONE HCL 5MG TAB', n % 9 + 1, '100'].map((text) => '<span role="gridcell">' + text + '</span>').join(' ') + '</div>').join('');
    };
    box.addEventListener('scroll', draw); draw();
  </script>`;

/** All that the background was told of the page. */
const seen = ({ page }: InPage) => page.evaluate<SeenPage[]>('told.seen');
const waiting = { timeout: 20_000, interval: 50 };

async function lastSeen(open: InPage, isIt: (page: SeenPage) => boolean): Promise<SeenPage> {
  const last = async () => (await seen(open)).filter((_, i, all) => i === all.length - 1).find(isIt);
  await expect.poll(last, waiting).toBeDefined();
  return (await last()) as SeenPage;
}
const isOrder = ({ lines }: SeenPage) => lines.length === 2;
const isEmpty = ({ lines }: SeenPage) => lines.length === 0;

describe.skipIf(!CHROMIUM)('a page that changes', () => {
  let world: Awaited<ReturnType<typeof openPanelWorld>>;
  beforeAll(async () => {
    world = await openPanelWorld();
  });
  afterAll(() => world.close());

  test('a list that somebody flings through, a screen each 120 ms, is whole afterwards', async () => {
    const open = await world.open(virtual, { view: null });
    await lastSeen(open, ({ missing }) => missing?.shown === 12);
    await open.page.evaluate(async () => {
      const box = document.querySelector('#box') as Element;
      for (let top = 0; top <= 1_400; top += 240) {
        box.scrollTop = top;
        await new Promise((next) => setTimeout(next, 120));
      }
    });
    const whole = await lastSeen(open, ({ missing }) => missing === null);
    expect(whole.lines).toHaveLength(60);
  });

  test('where it leads elsewhere without a load it is read anew, and what it showed before is gone', async () => {
    const open = await world.open(orderForm(''), { view: null });
    await lastSeen(open, isOrder);
    await open.page.evaluate(() => {
      history.replaceState({}, '', '#/done');
      (document.querySelector('table') as Element).outerHTML = '<p>Thank you.</p>';
    });
    expect((await lastSeen(open, isEmpty)).url).toContain('#/done');
  });

  test('a frame that is written late is read, and forgotten with its frame', async () => {
    const open = await world.open('<!doctype html><title>Portal</title><h1>Portal</h1>', { view: null });
    await open.page.evaluate((order) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>Loading</p>';
      frame.onload = () => {
        frame.onload = null;
        frame.srcdoc = order;
      };
      document.body.append(frame);
    }, orderForm(''));
    await lastSeen(open, isOrder);
    await open.page.evaluate(() => document.querySelector('iframe')?.remove());
    await lastSeen(open, isEmpty);
  });

  test('back from the browser’s cache it is told once more, though nothing of it changed', async () => {
    const open = await world.open(orderForm(''), { view: null });
    await lastSeen(open, isOrder);
    const before = (await seen(open)).length;
    const show = (persisted: boolean) =>
      open.page.evaluate(
        (is) => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: is })),
        persisted,
      );
    await show(false);
    await open.page.waitForTimeout(400);
    expect(await seen(open)).toHaveLength(before);
    await show(true);
    await expect.poll(async () => (await seen(open)).length, waiting).toBe(before + 1);
  });

  test('a script whose extension was updated tells nothing more', async () => {
    const open = await world.open(orderForm(''), { view: null });
    await lastSeen(open, isOrder);
    const change = (text: string) =>
      open.page.evaluate((said) => {
        (document.querySelector('td:last-child') as Element).textContent = said;
      }, text);
    await change('4');
    await lastSeen(open, ({ lines }) => lines[0]?.packages?.text === '4');
    const before = (await seen(open)).length;
    await open.page.evaluate(() => Object.assign(globalThis, { alive: false }));
    await change('5');
    await open.page.waitForTimeout(700);
    await open.page.evaluate(() => Object.assign(globalThis, { alive: true }));
    await change('6');
    await open.page.waitForTimeout(700);
    expect(await seen(open)).toHaveLength(before);
  });
});
