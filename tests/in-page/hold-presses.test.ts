import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words/page';
import { demoProfile } from '../desk/demo-profile';
import { CHROMIUM } from '../pages/reader';
import { openPanelWorld, orderForm, view, type InPage } from './panel-world';

const press = (name: string) => (page: Page) => page.getByText(name, { exact: true }).click();
const key = (selector: string, name: string) => (page: Page) => page.press(selector, name);

type Way = readonly [name: string, html: string, act: (page: Page) => Promise<void>];

/** All the ways out that portals have. */
const ways: readonly Way[] = [
  [
    'a submit button',
    `<form onsubmit="return send('form')"><button>Submit order</button></form>`,
    press('Submit order'),
  ],
  [
    'an input without a name',
    `<form onsubmit="return send('form')"><input type="submit"></form>`,
    (page) => page.click('input[type=submit]'),
  ],
  [
    'an image',
    `<form onsubmit="return send('form')"><input type="image" alt="Place order" width="80" height="20"></form>`,
    (page) => page.click('input'),
  ],
  [
    'a button of a script',
    `<button type="button" onclick="send('click')">Sign &amp; Submit</button>`,
    press('Sign & Submit'),
  ],
  ['a link of a script', `<a href="javascript:send('link')">Submit Order</a>`, press('Submit Order')],
  [
    'a box with a hand',
    `<div style="cursor:pointer" onclick="send('box')"><span>Place order</span></div>`,
    press('Place order'),
  ],
  [
    'a role, by Enter',
    `<div role="button" tabindex="0" id="r" onkeydown="send('key')">Transmit</div>`,
    key('#r', 'Enter'),
  ],
  [
    'a button, by Space',
    `<button type="button" id="b" onclick="send('click')">Submit</button>`,
    key('#b', ' '),
  ],
  [
    'a button, by Enter',
    `<form onsubmit="return send('form')"><button id="b">Submit</button></form>`,
    key('#b', 'Enter'),
  ],
  [
    'Enter in a field',
    `<form onsubmit="return send('form')"><input id="po"><button>Submit order</button></form>`,
    key('#po', 'Enter'),
  ],
  [
    'a form by its name, that a script asks to be sent',
    `<form id="submitOrder" onsubmit="return send('form')"></form><a href="#" onclick="submitOrder.requestSubmit(); return false">Done</a>`,
    press('Done'),
  ],
  [
    'a click of a script on the submit button',
    `<form onsubmit="return send('form')"><button id="b">Submit order</button></form><a href="#" onclick="b.click(); return false">Done</a>`,
    press('Done'),
  ],
  [
    'a handler that doesn’t wait for the click',
    `<button type="button" onpointerdown="send('down')">Submit order</button>`,
    press('Submit order'),
  ],
  ['mouse up', `<button type="button" onmouseup="send('up')">Submit order</button>`, press('Submit order')],
  [
    'a shadow root',
    `<x-cart></x-cart><script>document.querySelector('x-cart').attachShadow({ mode: 'open' }).innerHTML = '<button>Submit order</button>';
     document.querySelector('x-cart').shadowRoot.firstChild.onclick = () => send('shadow');</script>`,
    press('Submit order'),
  ],
  [
    'a frame that the page writes',
    `<iframe srcdoc="<button onclick=&quot;parent.send('frame')&quot;>Submit order</button>"></iframe>`,
    (page) => page.frameLocator('iframe').getByText('Submit order').click(),
  ],
];

describe.skipIf(!CHROMIUM)('presses on the portal’s own submit', () => {
  let world: Awaited<ReturnType<typeof openPanelWorld>>;
  beforeAll(async () => {
    world = await openPanelWorld();
  });
  afterAll(() => world.close());

  const goBack = ({ page }: InPage) => page.keyboard.press('Escape');

  test.each(ways)('%s: held once, and then it passes', async (_, html, act) => {
    const at = await world.open(orderForm(html), { view });
    await act(at.page);
    expect(await at.isAsked()).toBe(true);
    expect(await at.told()).toEqual({ sent: [], held: ['key-1'], reasons: [] });
    await goBack(at);
    expect(await at.isAsked()).toBe(false);
    await act(at.page);
    await expect.poll(async () => (await at.told()).sent.length).toBe(1);
    expect(await at.isAsked()).toBe(false);
  });

  const submit = `<form onsubmit="return send('form')"><button id="b">Submit order</button></form>`;

  test.each([
    [
      'another button of the same form',
      `<form onsubmit="return send('form')"><button>Update cart</button><button>Submit order</button></form>`,
      press('Update cart'),
    ],
    [
      'a search',
      `<form role="search" onsubmit="return send('form')"><input id="q"><button>Search</button></form>`,
      key('#q', 'Enter'),
    ],
    [
      'Countersign’s own way',
      `<button onclick="send('click')">Sign with Countersign</button>`,
      press('Sign with Countersign'),
    ],
    [
      'a click that a script made up',
      `<button id="b" onclick="send('click')">Submit order</button>`,
      (page: Page) => page.evaluate(() => (document.querySelector('#b') as HTMLElement).click()),
    ],
  ] as const)('%s passes', async (_, html, act) => {
    const at = await world.open(orderForm(html), { view });
    await act(at.page);
    expect((await at.told()).sent).toHaveLength(1);
    expect(await at.isAsked()).toBe(false);
  });

  test.each([
    ['asked for by a script', (form: string) => `${form}.requestSubmit()`],
    ['a script’s click', (form: string) => `${form}.querySelector('button').click()`],
  ])('a submission that no press caused passes and spends no hold: %s', async (_, submits) => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.evaluate(submits("document.querySelector('form')"));
    expect(await at.told()).toEqual({ sent: ['form'], held: [], reasons: [] });
    await press('Submit order')(at.page);
    expect(await at.isAsked()).toBe(true);
  });

  test('the “Submit” of a promotion code beside the order spends no hold', async () => {
    const aside = `<form onsubmit="return send('promo')"><input id="c" placeholder="Promo code"><button id="p">Submit</button></form>`;
    const at = await world.open(orderForm(aside + submit), { view });
    await at.page.click('#p');
    await at.page.press('#c', 'Enter');
    expect(await at.told()).toEqual({ sent: ['promo', 'promo'], held: [], reasons: [] });
    await press('Submit order')(at.page);
    expect(await at.isAsked()).toBe(true);
  });

  test('the reason is for what was held, whatever the page shows by then', async () => {
    const at = await world.open(orderForm(submit), { view });
    await press('Submit order')(at.page);
    await at.page.evaluate(() => document.querySelector('table')?.remove());
    await at.page.waitForTimeout(550);
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.type('New hospice contract');
    await at.panel.click(new RegExp(say('hold.anyway')));
    await at.panel.says('On record.');
    expect(
      await at.page.evaluate(() => (globalThis as unknown as { told: { anyway: unknown } }).told.anyway),
    ).toEqual({ lines: 2, keys: ['key-1'] });
  });

  test('a page that took our element out is asked in it all the same', async () => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.evaluate(() => document.querySelector('html > div')?.remove());
    await press('Submit order')(at.page);
    expect(await at.isAsked()).toBe(true);
  });

  test('a question that can’t be asked spends no hold', async () => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.evaluate(() => {
      HTMLDialogElement.prototype.showModal = () => {
        throw new DOMException('no', 'InvalidStateError');
      };
    });
    await press('Submit order')(at.page);
    expect((await at.told()).held).toEqual([]);
  });

  test('nothing is held where nothing speaks against the order', async () => {
    const at = await world.open(orderForm(submit), { view: { ...view, hold: null } });
    await press('Submit order')(at.page);
    expect((await at.told()).sent).toHaveLength(1);
    expect(await at.isAsked()).toBe(false);
  });

  test('a page that stopped being an order form passes', async () => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.evaluate(() => document.querySelector('table')?.remove());
    await press('Submit order')(at.page);
    expect((await at.told()).sent).toHaveLength(1);
  });

  test('a site that asks for the signature by itself isn’t held for that alone', async () => {
    const unsigned = { ...view, hold: { keys: ['k'], reasons: ['Not signed.'], unsignedOnly: true } };
    const asks = await world.open(orderForm(submit), { view: unsigned, asksItself: true });
    await press('Submit order')(asks.page);
    expect((await asks.told()).sent).toHaveLength(1);
    const silent = await world.open(orderForm(submit), { view: unsigned });
    await press('Submit order')(silent.page);
    expect(await silent.isAsked()).toBe(true);
  });

  test('the portal’s own control by its profile, whatever it is called', async () => {
    const html = `<button id="go" onclick="send('click')">Weiter</button>`;
    const at = await world.open(orderForm(html), {
      view,
      profile: { ...demoProfile('cascade', 'companion'), submits: ['#go', ']['] },
    });
    await at.page.click('#go');
    expect(await at.isAsked()).toBe(true);
  });

  test('submitted anyway with a reason that says something, by the person’s own press', async () => {
    const at = await world.open(orderForm(submit), { view });
    await press('Submit order')(at.page);
    await at.page.waitForTimeout(550);
    await at.panel.click(new RegExp(say('hold.anyway')));
    await at.panel.says(say('hold.reasonMissing', { min: 10 }));
    await at.page.keyboard.type('New hospice contract, Dr. Ames');
    await at.panel.click(new RegExp(say('hold.anyway')));
    await at.panel.says('On record.');
    expect(await at.told()).toEqual({
      sent: [],
      held: ['key-1'],
      reasons: ['New hospice contract, Dr. Ames'],
    });
    expect(await at.page.evaluate(() => document.activeElement?.id)).toBe('b');
    await at.page.keyboard.press('Enter');
    expect((await at.told()).sent).toEqual(['form']);
  });

  test('Escape goes back, and the focus is where it was', async () => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.press('#b', 'Enter');
    expect(await at.isAsked()).toBe(true);
    await at.page.keyboard.press('Escape');
    expect(await at.isAsked()).toBe(false);
    expect(await at.page.evaluate(() => document.activeElement?.id)).toBe('b');
  });

  test('a double click answers nothing', async () => {
    const at = await world.open(orderForm(submit), { view });
    const { x, y } = (await at.page.locator('#b').boundingBox()) ?? { x: 0, y: 0 };
    await at.page.mouse.dblclick(x + 5, y + 5);
    await at.panel.click(new RegExp(say('hold.back')));
    expect(await at.isAsked()).toBe(true);
    expect((await at.told()).sent).toEqual([]);
  });

  test.each(['held', 'submit'] as const)(
    'the background dies at “%s”: the next press passes',
    async (fault) => {
      const at = await world.open(orderForm(submit), { view, fault });
      await press('Submit order')(at.page);
      await at.page.waitForTimeout(550);
      await at.page.keyboard.press('Tab');
      await at.page.keyboard.type('New hospice contract');
      await at.panel.click(new RegExp(say('hold.anyway')));
      if (fault === 'submit') await at.panel.says(/could not be recorded/);
      await press('Submit order')(at.page);
      expect((await at.told()).sent).toEqual(['form']);
    },
  );

  test.each(['seen', 'alive', 'all'] as const)(
    'the background can’t be asked (%s): presses pass',
    async (fault) => {
      const at = await world.open(orderForm(submit), { view, fault });
      await at.page.waitForTimeout(400);
      await press('Submit order')(at.page);
      expect((await at.told()).sent).toEqual(['form']);
    },
  );

  test('a page that hides the question has its press back', async () => {
    const at = await world.open(orderForm(submit), { view, fault: 'held' });
    await at.page.waitForTimeout(400);
    await press('Submit order')(at.page);
    await expect.poll(() => at.isAsked()).toBe(true);
    // Sheets for our element do nothing; one for the root takes all of the page with it.
    await at.page.addStyleTag({ content: 'html > div { display: none !important }' });
    expect(await at.isAsked()).toBe(true);
    await at.page.evaluate(async () => {
      document.documentElement.style.display = 'none';
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.documentElement.style.display = '';
    });
    await expect.poll(() => at.isAsked()).toBe(false);
    await press('Submit order')(at.page);
    expect((await at.told()).sent).toEqual(['form']);
  });

  test('what is delivered into the page may be submitted at once', async () => {
    const at = await world.open(orderForm(submit), { view });
    await at.page.evaluate(() => {
      const { countersign } = globalThis as unknown as { countersign: { deliver: (p: unknown) => unknown } };
      countersign.deliver({ to: 'field', selector: '#none', text: 'x' });
    });
    await press('Submit order')(at.page);
    expect((await at.told()).sent).toEqual(['form']);
  });
});
