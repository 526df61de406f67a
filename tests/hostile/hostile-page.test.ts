import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHash, type SeenPage } from '@/lib/portal';
import { CHROMIUM, openHostile, type Hostile } from './hostile-browser';
import { METHYLPHENIDATE, orderPage, OXYCODONE } from './order-page';
import { sureLines, told } from './sure-lines';

const rows = [OXYCODONE, METHYLPHENIDATE];
const honest = rows.map(told);
const MEMBERS =
  `querySelectorAll querySelector children childNodes parentElement parentNode tagName textContent getAttribute
hasAttribute matches closest shadowRoot ownerDocument getBoundingClientRect checkVisibility nodeType nodeValue firstChild style
className id attributes contains innerText offsetParent assignedSlot getRootNode localName value`.split(
    /\s+/,
  );
const PROPERTIES =
  `body documentElement defaultView title querySelectorAll evaluate getElementById createTreeWalker head forms
createElement getElementsByTagName nodeType URL location`.split(/\s+/);

/** What scripts and markup of a page do to the page that is read, before it is read. */
const acts: readonly (readonly [
  string,
  { readonly before?: string; readonly script?: string; readonly after?: string },
])[] = [
  [
    'replaces what is built in (attacks.md 79)',
    {
      script:
        'for (const kind of [Array, String, RegExp, Map, Set, Object, Element, Node, Document]) for (const name of Object.getOwnPropertyNames(kind.prototype)) try { if (typeof kind.prototype[name] === "function") kind.prototype[name] = () => "9"; } catch {}',
    },
  ],
  [
    'puts getters in the place of values',
    {
      script:
        'for (const [of, name] of [[Node, "textContent"], [Node, "nodeValue"], [HTMLElement, "innerText"], [HTMLInputElement, "value"], [Element, "tagName"], [Element, "children"]]) Object.defineProperty(of.prototype, name, { get: () => "9" });',
    },
  ],
  [
    'answers for styles and boxes',
    {
      script:
        'window.getComputedStyle = () => ({ display: "none" }); Element.prototype.getBoundingClientRect = () => ({}); Element.prototype.checkVisibility = () => false;',
    },
  ],
  [
    'pollutes prototypes (attacks.md 77)',
    {
      script:
        'for (const name of ["text", "packages", "confidence", "profile", "lines", "kind", "ndc"]) Object.prototype[name] = "9";',
    },
  ],
  [
    'throws wherever something is asked',
    {
      script:
        'window.Proxy = window.Reflect = undefined; Object.defineProperty(window, "document", { get() { throw 1 } });',
    },
  ],
  [
    'names inputs as members of their form',
    {
      before: `<form>${MEMBERS.map((name) => `<input type="hidden" name="${name}" id="${name}">`).join('')}`,
    },
  ],
  [
    'names pictures and forms as members of the document',
    {
      before: PROPERTIES.map((name) => `<img name="${name}" id="${name}"><form name="${name}"></form>`).join(
        '',
      ),
    },
  ],
  [
    'has elements of its own that lie about themselves',
    {
      before: '<x-lie></x-lie>',
      script:
        'customElements.define("x-lie", class extends HTMLElement { get children() { throw 1 } get shadowRoot() { throw 1 } get tagName() { return "TABLE" } })',
    },
  ],
  [
    'names elements as our scripts',
    { before: '<div id="ours"></div><div id="countersign"></div><iframe name="chrome"></iframe>' },
  ],
  [
    'nests boxes twenty thousand deep',
    {
      script:
        'let at = document.createElement("div"); const top = at; for (let i = 0; i < 20000; i++) at = at.appendChild(document.createElement("div")); at.textContent = "NDC 99901-0330-01 Qty 9"; document.body.append(top);',
    },
  ],
  [
    'holds a text of ten million letters',
    {
      script:
        'const p = document.createElement("p"); p.textContent = "oxycodone 10 mg ".repeat(600000); document.body.append(p);',
    },
  ],
  [
    'sets traps for patterns',
    {
      script:
        'for (const part of ["1111-", "2 x ", "a b ", "26X", "1,", "C-", "# ", "$9.", "0/0 "]) { const p = document.createElement("p"); p.textContent = part.repeat(20000); document.body.append(p); const q = document.createElement("p"); q.textContent = part.repeat(20) + "!"; document.body.append(q); }',
    },
  ],
];

describe.skipIf(!CHROMIUM)('a page that is against us', () => {
  let hostile: Hostile;
  beforeAll(async () => {
    hostile = await openHostile();
  });
  afterAll(() => hostile.close());
  const read = () => hostile.ours<SeenPage>('ours.detect(document)');

  it('control: that does nothing is read whole', async () => {
    await hostile.open(orderPage(rows));
    expect(sureLines(await read())).toEqual(honest);
  });

  it.each(acts)(
    'that %s is read as people see it, in time',
    async (_name, { before = '', script, after = '' }) => {
      const html = orderPage(rows, { after: `${after}${script ? `<script>${script}</script>` : ''}` });
      await hostile.open(html.replace('<h1>', `${before}<h1>`));
      const begun = performance.now();
      expect(sureLines(await read())).toEqual(honest);
      expect(performance.now() - begun).toBeLessThan(3_000);
    },
    30_000,
  );

  it('that has a wall of five thousand inputs is given up, not read wrong', async () => {
    const wall = `<div>${'<input value="7">'.repeat(5_000)}</div>`;
    await hostile.open(orderPage(rows, { after: wall }));
    const begun = performance.now();
    expect([[], honest]).toContainEqual(sureLines(await read()));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('that shows something else a moment later is noticed: the two readings differ', async () => {
    await hostile.open(orderPage([{ ...OXYCODONE, quantity: '<b id="q">2</b>' }, METHYLPHENIDATE]));
    const first = pageHash(await read());
    expect(pageHash(await read())).toBe(first);
    await hostile.theirs('document.getElementById("q").textContent = "8"');
    expect(pageHash(await read())).not.toBe(first);
  });

  it('finds nothing of us while it is no order: no name, no element, no listener’s trace (attacks.md 85)', async () => {
    const SURVEY = `JSON.stringify([Object.getOwnPropertyNames(window).sort(), document.documentElement.outerHTML,
      performance.getEntriesByType('resource').map(({ name }) => name), Object.keys(document), document.adoptedStyleSheets.length])`;
    await hostile.open('<h1>About us</h1><p>Opening hours</p><form><button>Send</button></form>');
    const before = await hostile.theirs(SURVEY);
    await hostile.ours(`ours.mayBeOrder(document); ours.detect(document);
      ours.startInterception(document, { isHeld: () => null, onHeld() {}, onFault() {}, submits: () => [], signal: new AbortController().signal });`);
    expect(await hostile.theirs(SURVEY)).toBe(before);
    // Control: the survey sees what is left behind.
    await hostile.theirs('window.left = 1');
    expect(await hostile.theirs(SURVEY)).not.toBe(before);
  });
});
