import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { PanelContent } from '@/lib/portal/panel/view';
import { inClosedShadows } from '../e2e/harness/closed-shadow';
import { panelOf, type Panel } from '../e2e/harness/panel';
import { CHROMIUM } from '../pages/reader';

/** The detector as it ships, with a background of the test's own. */
const inPage = `
  import { runDetector } from '@/lib/portal/detector';
  globalThis.startCountersign = ({ view, place, profile, fault, alive, asksItself }) => {
    const told = (globalThis.told = { held: [], reasons: [], acts: [], seen: [] });
    const fails = (leg) => fault === leg || fault === 'all';
    globalThis.countersignView = view;
    globalThis.countersign = runDetector(document, {
      seen: (page) => told.seen.push(page) && fails('seen') ? Promise.reject(new Error('dead')) : Promise.resolve(globalThis.countersignView),
      act: (action, page) => { told.acts.push(page.kind); return Promise.resolve(globalThis.countersignView); },
      teach: () => Promise.resolve(),
      receive: () => Promise.resolve(),
      gone: () => Promise.resolve(),
      profile: profile ?? null,
      held: (keys) => { told.held.push(...keys); return fails('held') ? Promise.reject(new Error('dead')) : Promise.resolve(); },
      submitAnyway: (reason, page, keys) => {
        told.reasons.push(reason);
        told.anyway = { lines: page.lines.length, keys };
        return fails('submit') ? Promise.reject(new Error('dead')) : Promise.resolve({ ...globalThis.countersignView, notice: 'On record.' });
      },
      isAlive: () => { if (fails('alive')) throw new Error('broken'); return globalThis.alive ?? true; },
      asksItself: () => asksItself === true,
      place: place ?? { corner: 'bottom-right', collapsed: false },
      onPlace: (next) => { told.place = next; },
    }, new AbortController());
  };`;

export interface Start {
  readonly view: PanelContent | null;
  readonly place?: { readonly corner: string; readonly collapsed: boolean };
  readonly profile?: object;
  /** Which leg to the background fails. */
  readonly fault?: 'seen' | 'held' | 'submit' | 'alive' | 'all';
  readonly asksItself?: boolean;
}

/** What the page did and what the background was told. */
export interface Told {
  readonly sent: readonly string[];
  readonly held: readonly string[];
  readonly reasons: readonly string[];
}

export interface InPage {
  readonly page: Page;
  readonly panel: Panel;
  told(): Promise<Told>;
  /** Whether the question about a held press stands. */
  isAsked(): Promise<boolean>;
}

const TABLE = `<table><tr><th>NDC</th><th>Description</th><th>Pkg Size</th><th>Class</th><th>Order Qty</th></tr>
  <tr><td>97104-0552-01</td><td>OXYCODONE HCL 5MG TAB</td><td>100</td><td>C2</td><td>3</td></tr>
  <tr><td>97104-0553-01</td><td>OXYCODONE HCL 10MG TAB</td><td>100</td><td>C2</td><td>6</td></tr></table>`;

/** An order form with the given ways of submitting; a page sends by calling `send(how)`. */
export const orderForm = (ways: string): string =>
  `<!doctype html><title>Order form</title><script>globalThis.sent = []; globalThis.send = (how) => { sent.push(how); return false; }</script>
   <h1>Your order</h1><p>Supplier DEA # PH1234563</p>${TABLE}${ways}`;

export const view: PanelContent = {
  supplierName: 'Harbor Wholesale',
  title: 'Order with 2 lines',
  lines: [],
  missing: null,
  level: 'stop',
  levelWord: 'Stop and document',
  actions: ['track'],
  unreceived: [],
  order: null,
  notice: null,
  hold: { keys: ['key-1'], reasons: ['Far from the usual.'], unsignedOnly: false },
};

const ASKED = `function () { return this.querySelector('dialog')?.open === true; }`;

export async function openPanelWorld(): Promise<{
  open(html: string, start: Start): Promise<InPage>;
  close(): Promise<void>;
}> {
  const { outputFiles } = await build({
    stdin: { contents: inPage, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
  });
  const script = outputFiles[0]?.text ?? '';
  const browser: Browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const context = await browser.newContext({ viewport: { width: 1_000, height: 700 } });
  const page = await context.newPage();
  return {
    async open(html, start) {
      // A document of its own each time: what listened in the one before is gone.
      await page.goto('about:blank');
      await page.setContent(html);
      await page.evaluate(script);
      await page.evaluate(
        (options) =>
          (globalThis as unknown as { startCountersign: (s: unknown) => void }).startCountersign(options),
        start,
      );
      const panel = panelOf(page);
      // The page is read once it was still for a while; what the background then says is shown at once here.
      if (start.view && start.fault !== 'seen' && start.fault !== 'all')
        await page.evaluate(() => {
          const { countersign, countersignView } = globalThis as unknown as {
            countersign: { show(view: unknown): void };
            countersignView: unknown;
          };
          countersign.show(countersignView);
        });
      return {
        page,
        panel,
        told: () =>
          page.evaluate(() => {
            const scope = globalThis as unknown as {
              sent: string[];
              told: { held: string[]; reasons: string[] };
            };
            return { sent: scope.sent, held: scope.told.held, reasons: scope.told.reasons };
          }),
        isAsked: async () => (await inClosedShadows<boolean>(page, ASKED, '')).includes(true),
      };
    },
    close: () => browser.close(),
  };
}
