import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../pages/reader';
import { demoProfile } from '../desk/demo-profile';
import { inClosedShadows } from '../e2e/harness/closed-shadow';
import { openPanelWorld, orderForm, view, type InPage } from './panel-world';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SHOWN = `function () {
  const frame = this.querySelector('.panel');
  if (!frame || getComputedStyle(frame).visibility === 'hidden') return null;
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  return { left, top, right, bottom };
}`;

const at = (style: string, name = 'Submit order') =>
  `<button type="button" class="out" style="position:fixed;${style}">${name}</button>`;
const lined = { ...view, hold: null, lines: Array.from({ length: 8 }, () => lineOf()) };

function lineOf() {
  const figures = { ndc: null, packageSize: 100, packages: 3, schedule: 'C-II' };
  return { name: 'Oxycodone', ...figures, gaps: [], doubts: ['Quantity not sure'] };
}

describe.skipIf(!CHROMIUM)('the panel beside the page’s own submit', () => {
  let world: Awaited<ReturnType<typeof openPanelWorld>>;
  beforeAll(async () => {
    world = await openPanelWorld();
  });
  afterAll(() => world.close());

  const panelBox = async ({ page }: InPage) =>
    (await inClosedShadows<Box | null>(page, SHOWN, '')).find((box) => box !== null) ?? null;

  async function covered(inPage: InPage): Promise<string[]> {
    const panel = await panelBox(inPage);
    if (!panel) return ['no panel'];
    const buttons = await inPage.page.$$eval('.out', (all) =>
      all.map((one) => ({ name: one.textContent ?? '', ...(one.getBoundingClientRect().toJSON() as Box) })),
    );
    return buttons
      .filter(
        (b) => b.left < panel.right && panel.left < b.right && b.top < panel.bottom && panel.top < b.bottom,
      )
      .map(({ name }) => name);
  }
  const isClear = (inPage: InPage) => expect.poll(() => covered(inPage), { interval: 30 }).toEqual([]);

  test('stands where it stood, where nothing is in the way', async () => {
    const open = await world.open(orderForm(''), { view: lined });
    expect(await panelBox(open)).toMatchObject({ right: 984, bottom: 684 });
  });

  test.each([
    ['in its corner', at('right:20px;bottom:20px')],
    ['along the whole bottom', at('left:0;right:0;bottom:0;height:60px')],
    [
      'in all corners',
      ['right:0;bottom:0', 'left:0;bottom:0', 'right:0;top:0', 'left:0;top:0'].map((s) => at(s)).join(''),
    ],
    [
      'in all corners, so tall that only an edge is left',
      ['right:0;bottom:0', 'left:0;bottom:0', 'right:0;top:0', 'left:0;top:0']
        .map((s) => at(`${s};width:320px;height:120px`))
        .join(''),
    ],
    [
      'in a frame that the page writes',
      `<iframe srcdoc="<button style='position:fixed;right:0;bottom:0'>Submit order</button>" class="out" style="position:fixed;right:0;bottom:0;width:120px;height:60px"></iframe>`,
    ],
    [
      'among a thousand others',
      Array.from({ length: 1_000 }, () => '<button type="button">Remove</button>').join('') +
        at('right:20px;bottom:20px'),
    ],
  ])('%s: covers none', async (_, html) => {
    const open = await world.open(orderForm(html), { view: lined });
    await isClear(open);
  });

  test('one that comes later, that scrolls in, or that a smaller window pushes there', async () => {
    const open = await world.open(
      orderForm(
        '<div style="height:1500px"></div><button class="out" style="display:block;margin-left:auto;height:50px;width:300px">Submit order</button><div style="height:2000px"></div>',
      ),
      { view: lined },
    );
    const { page } = open;
    await page.evaluate(() => window.scrollTo(0, 1_050));
    await isClear(open);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<button class="out" style="position:fixed;right:10px;bottom:10px">Place order</button>',
      );
    });
    await expect.poll(() => covered(open), { timeout: 4_000 }).toEqual([]);
    await page.setViewportSize({ width: 500, height: 420 });
    await isClear(open);
    await page.setViewportSize({ width: 1_000, height: 700 });
  });

  test('the portal’s own by its profile, whatever it is called', async () => {
    const profile = { ...demoProfile('cascade', 'companion'), submits: ['#go'] };
    const html = '<div id="go" class="out" style="position:fixed;right:20px;bottom:20px">Weiter</div>';
    await isClear(await world.open(orderForm(html), { view: lined, profile }));
    const unknown = await world.open(orderForm(html), { view: lined });
    expect(await covered(unknown)).toEqual(['Weiter']);
  });

  test('is moved and collapsed by keys, and says so to be remembered', async () => {
    const { page, panel } = await world.open(orderForm(''), { view: lined });
    const place = () =>
      page.evaluate(() => (globalThis as unknown as { told: { place: unknown } }).told.place);
    await panel.click(/^Move the panel/);
    expect(await place()).toEqual({ corner: 'bottom-left', collapsed: false });
    await page.keyboard.press('ArrowUp');
    expect(await place()).toEqual({ corner: 'top-left', collapsed: false });
    await page.keyboard.press('ArrowRight');
    expect(await place()).toEqual({ corner: 'top-right', collapsed: false });
    await page.keyboard.press('Escape');
    expect(await place()).toEqual({ corner: 'top-right', collapsed: true });
    await page.keyboard.press('Enter');
    expect(await place()).toEqual({ corner: 'top-right', collapsed: false });
  });

  test('says what was read with doubt', async () => {
    const { panel } = await world.open(orderForm(''), { view: lined });
    await panel.says('Quantity not sure');
  });
});
