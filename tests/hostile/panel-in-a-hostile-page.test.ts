import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, openHostile, type Hostile } from './hostile-browser';
import { METHYLPHENIDATE, orderPage, OXYCODONE } from './order-page';

const VIEW = {
  ...{ supplierName: 'Harbor', title: 'Order with 2 lines', lines: [], missing: null, level: 'none' },
  ...{ levelWord: '', actions: ['review'], unreceived: [], order: null, notice: null, hold: null },
};
/** The panel, as the detector makes it, and where its main button is drawn. */
const PANEL = `(() => {
  globalThis.done = [];
  const shadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return globalThis.root = shadow.call(this, init) };
  globalThis.panel = ours.createPanel(document, {
    acts: { act: (action) => done.push(action), receive: (id) => done.push(id) },
    place: { corner: 'top-right', collapsed: false }, onPlace: (place) => done.push(place.corner),
    signal: (globalThis.end = new AbortController()).signal });
  panel.show(${JSON.stringify(VIEW)});
  const { right, top } = { right: innerWidth - 16, top: 16 };
  return { right, top };
})()`;
const HOST = `[...document.documentElement.children].at(-1)`;

describe.skipIf(!CHROMIUM)('the panel in a page that is against us', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());
  beforeEach(() => hostile.open(orderPage([OXYCODONE, METHYLPHENIDATE])));

  const done = () => hostile.ours<string[]>('done');
  /** Tries the panel's whole area with the real mouse, as a person would who looks for the button. */
  async function pressAll(): Promise<void> {
    const { right, top } = await hostile.ours<{ right: number; top: number }>(
      `(() => { const host = panel.host; return { right: innerWidth - 16, top: 16 }; })()`,
    );
    for (let y = top + 40; y < top + 140; y += 12) await hostile.click(right - 250, y);
  }

  it('control: a person’s press is an act', async () => {
    await hostile.ours(PANEL);
    await pressAll();
    expect(await done()).toContain('review');
  });

  it.each([
    ['clicks', `h.click(); h.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))`],
    [
      'clicks at the place of the button',
      `for (let y = 20; y < 200; y += 6) { const at = document.elementFromPoint(innerWidth - 266, y); at?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: innerWidth - 266, clientY: y })); at?.click?.() }`,
    ],
    [
      'keys',
      `h.focus(); for (const key of ['Tab', 'Enter', ' ', 'Escape', 'ArrowLeft']) for (const type of ['keydown', 'keypress', 'keyup']) h.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }))`,
    ],
    [
      'drags',
      `for (const type of ['pointerdown', 'pointermove', 'pointerup']) h.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, button: 0, clientX: 10, clientY: 500 }))`,
    ],
    [
      'messages',
      `postMessage({ countersign: '0.1.0', name: 'page.act', payload: { action: 'review' } }, location.origin)`,
    ],
  ])('a script’s %s do nothing', async (_name, script) => {
    await hostile.ours(PANEL);
    await hostile.theirs(`(() => { const h = ${HOST}; ${script} })()`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await done()).toEqual([]);
  });

  it('is closed: neither its root nor its words are to be had, even where the page waits for the root', async () => {
    await hostile.theirs(`window.roots = []; const make = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { const root = make.call(this, { ...init, mode: 'open' }); roots.push(root); return root }`);
    await hostile.ours(PANEL);
    const seen = await hostile.theirs<unknown[]>(`(() => { const h = ${HOST};
      return [h.shadowRoot, h.textContent, h.innerHTML, h.innerText, roots.length, document.body.innerText.includes('Order with 2 lines'),
        h.getAttributeNames().join(), document.activeElement === h, Object.keys(h).length] })()`);
    expect(seen).toEqual([null, '', '', '', 0, false, 'style', false, 0]);
  });

  it('comes back where the page takes it out, and draws in its own style whatever the page’s sheets say', async () => {
    await hostile.ours(PANEL);
    await hostile.theirs(`${HOST}.remove()`);
    expect(await hostile.ours('panel.host.isConnected')).toBe(false);
    await hostile.ours(`panel.show(${JSON.stringify(VIEW)})`);
    expect(await hostile.ours('panel.host.isConnected')).toBe(true);
    await hostile.theirs(
      `document.head.insertAdjacentHTML('beforeend', '<style>section, button { display: none !important } * { font-size: 1px }</style>')`,
    );
    await pressAll();
    expect(await done()).toContain('review');
  });

  /** The middle of the main button, wherever the page has put it. */
  const BUTTON = `(() => { const { left, top, width, height } = root.querySelector('[data-key="review"]').getBoundingClientRect();
    return [left + width / 2, top + height / 2] })()`;
  async function pressButton(): Promise<readonly string[]> {
    await hostile.ours('done.length = 0');
    await hostile.click(...(await hostile.ours<[number, number]>(BUTTON)));
    return done();
  }
  const rest = () => new Promise((resolve) => setTimeout(resolve, 150));
  const said = () => hostile.ours<string>(`root.querySelector('[role="status"]').textContent`);
  /** Styles on the page's root; sheets of our element; a box over the panel that lets presses through. */
  const root = (css: string) =>
    `document.head.insertAdjacentHTML('beforeend', '<style>html { ${css} }</style>')`;
  const over = (css: string, at = 'right:0;top:0') =>
    `document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;z-index:2147483647;width:330px;height:300px;background:#fff;${at};${css}">Continue shopping</div>'); document.documentElement.append(document.body.lastChild)`;
  const through = 'pointer-events:none';

  it.each([
    ['a transparent root', root('opacity:.02'), root('opacity:1')],
    ['a root as bright as nothing', root('filter:opacity(0)'), root('filter:none')],
    ['a root clipped beside it', root('clip-path:inset(0 400px 0 0);height:100vh'), root('clip-path:none')],
    ['a root masked', root('mask-image:linear-gradient(transparent,transparent)'), root('mask-image:none')],
    ['a root blended away', root('mix-blend-mode:screen;background:#fff'), root('background:#fff')],
    ['a root made tiny', root('transform:scale(.1);transform-origin:0 0'), root('transform:none')],
    ['a root turned over', root('rotate:180deg;height:100vh'), root('rotate:none')],
    ['a root zoomed away', root('zoom:.2'), root('zoom:1')],
    ['a box over it that lets presses through', over(through), over(through, 'left:0;top:0')],
    [
      'a strip over its words that lets presses through',
      over(`${through};height:30px`),
      over(through, 'left:0;bottom:0'),
    ],
    ['a strip over its words', over('height:30px'), over('', 'left:0;bottom:0')],
    ['a nearly clear box over it', over(`${through};opacity:.9`), over(through, 'left:0;bottom:0')],
    [
      'a box drawn by the root itself',
      `document.head.insertAdjacentHTML('beforeend', '<style>html::after { content: "Continue"; position: fixed; inset: 0; z-index: 2147483647; background: #fff; pointer-events: none }</style>')`,
      `document.head.insertAdjacentHTML('beforeend', '<style>html::after { content: "Continue" }</style>')`,
    ],
    [
      'a popover of the top layer',
      `document.body.insertAdjacentHTML('beforeend', '<div id="pop" popover="manual" style="inset:0;width:100%;height:100%;pointer-events:none">Continue</div>'); pop.showPopover()`,
      `document.body.insertAdjacentHTML('beforeend', '<div popover="manual">Continue</div>')`,
    ],
    [
      'an older picture of the page',
      `document.head.insertAdjacentHTML('beforeend', '<style>::view-transition { pointer-events: none } ::view-transition-group(root), ::view-transition-old(root), ::view-transition-new(root) { animation-duration: 9s }</style>'); document.startViewTransition(() => {}).ready.then(() => true)`,
      `document.title = 'Review'`,
    ],
    [
      'our element in a clear box of the page’s',
      `(() => { const h = ${HOST}; const box = document.createElement('div'); box.style.opacity = '.02'; document.body.append(box); box.append(h) })()`,
      `(() => { const box = document.createElement('div'); box.style.opacity = '.02'; document.body.append(box) })()`,
    ],
    [
      'a page that alters our element without an end',
      `(() => { const h = ${HOST}; const war = () => { if (h.style.opacity !== '0.01') h.setAttribute('style', 'opacity:.01!important') };
        new MutationObserver(war).observe(h, { attributes: true }); war() })()`,
      `${HOST}.setAttribute('style', 'opacity:.5')`,
    ],
  ])('%s: a real press on what nobody sees is none, and that is said', async (_name, attack, harmless) => {
    await hostile.ours(PANEL);
    await hostile.theirs(harmless);
    await rest();
    expect(await pressButton()).toEqual(['review']);
    await hostile.theirs(attack);
    await rest();
    expect(await pressButton()).toEqual([]);
  });

  it.each([
    ['style', `h.setAttribute('style', 'opacity:0!important;transform:scale(.01)!important')`],
    [
      'class and sheet',
      `h.className = 'x'; document.head.insertAdjacentHTML('beforeend', '<style>.x, div { opacity: 0 !important; transform: scale(.1) !important; filter: opacity(0) !important; display: none !important; pointer-events: none !important }</style>')`,
    ],
    [
      'animation',
      `h.animate([{ opacity: 0, transform: 'scale(.1)' }, { opacity: 0, transform: 'scale(.1)' }], { duration: 1e6, fill: 'both' })`,
    ],
    ['attributes', `h.hidden = true; h.popover = 'manual'; h.dir = 'rtl'; h.slot = 'x'`],
    [
      'removal of ours',
      `h.removeAttribute('style'); document.head.insertAdjacentHTML('beforeend', '<style>div { opacity: 0 !important }</style>')`,
    ],
    ['inertness', `h.inert = true`],
  ])('what a page sets on our element by %s changes nothing', async (_name, script) => {
    await hostile.ours(PANEL);
    await hostile.theirs(`(() => { const h = ${HOST}; ${script} })()`);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(await pressButton()).toEqual(['review']);
  });

  it('a page that shows the panel only as the button goes down gets no press; what then stays in sight is pressed', async () => {
    await hostile.ours(PANEL);
    await hostile.theirs(`(() => { const d = document.documentElement; d.style.opacity = '0';
      addEventListener('pointerdown', () => { d.style.opacity = '' }, true) })()`);
    await rest();
    expect(await pressButton()).toEqual([]);
    expect(await said()).toMatch(/covers this panel/);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await pressButton()).toEqual(['review']);
  });

  it('goes with its signal, and what the page kept of it is dead', async () => {
    await hostile.ours(PANEL);
    await hostile.theirs(`window.kept = ${HOST}`);
    await hostile.ours('end.abort()');
    await hostile.theirs('document.documentElement.append(kept); kept.click()');
    expect(await done()).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)('a press that is held, in a page that is against us', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());

  const BUTTON = `<button id="go" style="position:fixed;left:0;top:0;width:200px;height:60px" onclick="sent.push(event.isTrusted)">Submit order</button>`;
  async function begin(script = '', isHeld = '() => "why"') {
    await hostile.open(
      orderPage([OXYCODONE, METHYLPHENIDATE], {
        after: `${BUTTON}<script>window.sent = []; ${script}</script>`,
      }),
    );
    await hostile.ours(`globalThis.held = []; globalThis.faults = [];
      ours.startInterception(document, { isHeld: ${isHeld}, onHeld: (why) => held.push(why),
        onFault: () => faults.push(1), submits: () => [], signal: new AbortController().signal })`);
  }
  const outcome = async () => [await hostile.theirs<boolean[]>('sent'), await hostile.ours<string[]>('held')];

  it('control: a person’s press on submit is held, another button’s isn’t', async () => {
    await begin();
    await hostile.click(50, 30);
    expect(await outcome()).toEqual([[], ['why']]);
    await hostile.theirs('go.textContent = "Print"');
    await hostile.click(50, 30);
    expect(await outcome()).toEqual([[true], ['why']]);
  });

  it('a page’s own clicks pass untouched: it can’t find out by one whether it would be held', async () => {
    await begin();
    const traces = await hostile.theirs<boolean[]>(`(() => {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      const went = go.dispatchEvent(click); go.click();
      return [went, click.defaultPrevented] })()`);
    expect(traces).toEqual([true, false]);
    expect(await outcome()).toEqual([[false, false], []]);
  });

  it('is held where the page has replaced what stops events', async () => {
    await begin(`Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => {};
      EventTarget.prototype.addEventListener = EventTarget.prototype.removeEventListener = () => {};
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => false });
      Event.prototype.composedPath = () => [];`);
    await hostile.click(50, 30);
    expect(await outcome()).toEqual([[], ['why']]);
  });

  it('works as without us where we fail', async () => {
    await begin('', '() => { throw new Error("a page that we can’t judge") }');
    await hostile.click(50, 30);
    await hostile.click(50, 30);
    expect(await outcome()).toEqual([[true, true], []]);
    expect(await hostile.ours('faults')).toEqual([1]);
  });

  it('a form clobbered by its fields is held as well', async () => {
    await begin();
    await hostile.theirs(`(() => { const go = document.getElementById('go'); const form = document.createElement('form'); form.onsubmit = (event) => { event.preventDefault(); sent.push(true) };
      form.innerHTML = '<input name="querySelectorAll"><input name="elements"><input name="submit"><input name="contains"><input name="ownerDocument">';
      go.replaceWith(form); form.append(go); go.onclick = null; go.type = 'submit' })()`);
    await hostile.click(50, 30);
    expect(await outcome()).toEqual([[], ['why']]);
  });
});
