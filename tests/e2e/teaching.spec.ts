import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoRegistrants } from '../pki/demo-registrants';
import { expect, panelOf, test, type Extension } from './harness';

test.use({ pharmacy: 'ready' });

const name = demoRegistrants.suppliers.cascade.name;
const wares = [
  ['Oxycontin small', '6'],
  ['Ritalin big', '2'],
  ['Fentora', '1'],
] as const;

/** Names and figures that nothing labels: no reader can know which of them is ordered. */
const STRANGE = `<!doctype html><title>Week 48</title><p>Schedule II</p><div id="wares">${wares
  .map(([ware, count]) => `<p class="css-1x2y3z"><i>${ware}</i> <b>88</b> <q>${count}</q></p>`)
  .join('')}</div>`;

interface Scope {
  readonly chrome: {
    readonly tabs: { query(about: { readonly url: string }): Promise<readonly { readonly id?: number }[]> };
    readonly runtime: {
      getManifest(): { readonly version: string };
      sendMessage(wire: unknown): Promise<unknown>;
    };
  };
}

/** As the toolbar's popup does it; a popup that is opened as a tab would be the current tab itself. */
async function teachFromToolbar(extension: Extension, url: string): Promise<void> {
  const popup = await extension.open('popup.html');
  await popup.evaluate(async (site) => {
    const { tabs, runtime } = (globalThis as unknown as Scope).chrome;
    const [tab] = await tabs.query({ url: `${site}*` });
    const { version } = runtime.getManifest();
    await runtime.sendMessage({
      ...{ countersign: version, name: 'teach.start' },
      payload: { tabId: tab?.id },
    });
  }, url);
  await popup.close();
}

/** Presses where an element is drawn: while picking, a sheet of the extension's lies over the page. */
async function point(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing is drawn at ${selector}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('a page that nobody can read: a quantity is pointed out, the column is read, kept over a reload, and undone', async ({
  context,
  extension,
  world,
}) => {
  const url = `${world.urls.cascade}/week`;
  await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: STRANGE }));
  const page = await context.newPage();
  const panel = panelOf(page);
  await page.goto(url);
  await teachFromToolbar(extension, url);
  await page.bringToFront();

  await panel.says(say('teach.pick'));
  await point(page, 'q');
  await panel.click(/Show what is read/);
  await panel.says(say('teach.read', { count: 3 }));
  await panel.click(/Teach another value/);
  // By keyboard: to the first value on the page that is the product's name, which stands after the schedule.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await panel.says(say('teach.at', { text: wares[0][0] }));
  await page.keyboard.press('Enter');
  await panel.click(/Show what is read/);
  for (const [ware, packages] of wares) await panel.says(say('teach.line', { packages, name: ware }));
  await panel.click(/^Keep$/);
  await panel.says(say('teach.kept', { supplier: name }));
  await panel.click(/^Close$/);
  await panel.says(say('panel.title.order', { count: 3 }));

  await page.reload();
  await panel.says(say('panel.title.order', { count: 3 }));
  await panel.says('Ritalin big');

  const suppliers = await extension.open('workspace.html#/suppliers');
  const undo = suppliers.getByRole('button', { name: say('suppliers.undo-one', { name }) });
  await undo.click();
  await expect(undo).toBeHidden();
  await page.bringToFront();
  await page.reload();
  await teachFromToolbar(extension, url);
  await page.bringToFront();
  await panel.says(say('teach.pick'));
  expect(await panel.text()).not.toContain('Ritalin big');
});
