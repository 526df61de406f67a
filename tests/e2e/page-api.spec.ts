import type { BrowserContext, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { bundlePageApi } from '../../scripts/bundle-page-api.mjs';
import { demoPassword } from '../pki/demo-subscribers';
import { expect, orderState, refuseOrder, signOrder, test } from './harness';

test.use({ pharmacy: 'ready' });

const MODULE = '/page-api/countersign-page-api.mjs';

interface Module {
  readonly isAvailable: (options?: object) => Promise<boolean>;
  readonly requestSignature: (ask: object, options?: object) => Promise<{ readonly status: string }>;
  readonly confirmSubmitted: (orderNumber: string) => Promise<boolean>;
}

/** Fills in the published example and presses its button. */
async function ask(page: Page, form: string): Promise<void> {
  await page.getByLabel('Supplier’s DEA number').fill('RH2222228');
  await page.getByLabel('Purchaser’s DEA number').fill('FM1234563');
  await page.getByLabel('Hand over as').selectOption(form);
  await page.getByRole('button', { name: 'Ask for a signature' }).click();
}

const available = (page: Page | ReturnType<Page['frames']>[number]) =>
  page.evaluate(async (address) => {
    const { isAvailable } = (await import(address)) as Module;
    return isAvailable({ timeouts: { helloMs: 1_000 } });
  }, MODULE);

test('the example asks in XML and X12; the site confirms, refusals and what can’t be taken are told', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await page.goto(`${world.urls.harbor}/page-api/example/index.html`);
  await expect(page.getByText('this site is allowed in it')).toBeVisible();
  const outcome = page.locator('#outcome');

  await ask(page, 'xml');
  const number = await signOrder(await extension.signWindow(), { password: demoPassword });
  // The page said that it has it: the signer isn't asked to hand a file over.
  const window = await extension.signWindow();
  await expect(window.getByText(say('sign.delivered.page'))).toBeVisible();
  await expect(outcome).toContainText(`Signed as ${number}`);
  expect((await orderState(extension, number)).phase).toBe('signed');
  const noted = await page.evaluate(
    async ([address, signed]) => ((await import(address)) as Module).confirmSubmitted(signed),
    [MODULE, number] as const,
  );
  expect(noted).toBe(true);
  expect((await orderState(extension, number)).phase).toBe('submitted');
  await window.close();

  await ask(page, 'x12');
  await refuseOrder(await extension.signWindow(), 'Wrong strength');
  await expect(outcome).toHaveText('The signer refused: Wrong strength');

  const answer = await page.evaluate(
    async (address) =>
      ((await import(address)) as Module).requestSignature({ xml: '<!DOCTYPE a><CSOSOrderRequest/>' }),
    MODULE,
  );
  expect(answer).toMatchObject({ status: 'error', code: 'document/unexpected-content' });
});

test('a page that doesn’t say that it has the signed order: the file is offered, and the order stays unsubmitted', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await page.goto(`${world.urls.harbor}/page-api/example/index.html`);
  // A module of before, or a page that stopped listening: no word is said on the port.
  await page.evaluate(() => {
    const prototype = MessagePort.prototype as unknown as { postMessage: (...args: unknown[]) => void };
    const real = prototype.postMessage;
    prototype.postMessage = function (...args) {
      if ((args[0] as { type?: string }).type !== 'ack') real.apply(this, args);
    };
  });
  await ask(page, 'json');
  const number = await signOrder(await extension.signWindow(), { password: demoPassword });
  const window = await extension.signWindow();
  await expect(window.getByText(say('sign.delivered.file'))).toBeVisible();
  await expect(window.getByText(say('delivery.not-acked'), { exact: false })).toBeVisible();
  await expect(window.getByRole('button', { name: say('sign.save') })).toBeVisible();
  expect((await orderState(extension, number)).phase).toBe('signed');
});

test('sites and frames that aren’t allowed hear nothing; frames of an allowed site within each other are heard', async ({
  context,
  world,
}) => {
  await serveElsewhere(context, world.urls.harbor);
  const page = await context.newPage();
  await page.goto('https://elsewhere.example/');
  expect(await available(page)).toBe(false);

  // An allowed site, but in a page that isn't.
  await page.goto(`https://elsewhere.example/around`);
  expect(await available(page.frames()[1] as never)).toBe(false);

  // Allowed, within itself, within itself.
  await page.goto(`${world.urls.harbor}/nested/2`);
  await expect.poll(() => page.frames().length).toBe(3);
  expect(await Promise.all(page.frames().map(available))).toEqual([true, true, true]);

  // Allowed on top and inside; between them stands one that isn't.
  await page.goto(`${world.urls.harbor}/sandwich`);
  await expect.poll(() => page.frames().length).toBe(3);
  expect(await available(page.frames()[2] as never)).toBe(false);
});

test('a file input of a page takes the signed order as if the person had chosen it', async ({
  context,
  world,
}) => {
  await context.route(`${world.urls.harbor}/upload`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>upload</title><form><input id="at" type="file" accept=".p7m"></form><script>
        document.querySelector('#at').addEventListener('change', async ({ target: { files } }) => {
          document.title = files[0].name + ' ' + await files[0].text();
        });
      </script>`,
    }),
  );
  const page = await context.newPage();
  await page.goto(`${world.urls.harbor}/upload`);
  const [worker] = context.serviceWorkers();
  const placed = await worker?.evaluate(
    async (placement) => {
      const { tabs, scripting, runtime } = (globalThis as unknown as { readonly chrome: Chrome }).chrome;
      const tab = (await tabs.query({})).find(({ title }) => title === 'upload');
      if (!tab) return 'no tab';
      await scripting.executeScript({ target: { tabId: tab.id }, files: ['/detector.js'] });
      const countersign = runtime.getManifest().version;
      const wire = { countersign, name: 'content.deliver', payload: placement };
      // The script listens once it has read where its panel stands.
      for (let tries = 0; tries < 20; tries++) {
        const answer = await tabs.sendMessage(tab.id, wire).catch(String);
        if (!String(answer).includes('Receiving end')) return answer;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return 'nobody listened';
    },
    { selector: '#at', kind: 'file', content: btoa('signed'), fileName: '26X100208.p7m' },
  );
  expect(placed).toBe('placed');
  await expect(page).toHaveTitle('26X100208.p7m signed');
});

interface Chrome {
  readonly tabs: {
    query(which: object): Promise<{ readonly id: number; readonly title: string }[]>;
    sendMessage(tabId: number, message: object): Promise<unknown>;
  };
  readonly scripting: { executeScript(what: object): Promise<unknown> };
  readonly runtime: { getManifest(): { readonly version: string } };
}

/** Pages that no supplier here has: another site with the same module, and frames within frames. */
async function serveElsewhere(context: BrowserContext, harbor: string): Promise<void> {
  const module = Buffer.from(await bundlePageApi());
  const html = (body: string) => ({ contentType: 'text/html', body: `<!doctype html>${body}` });
  const frame = (src: string) => html(`<iframe src="${src}"></iframe>`);
  await context.route('https://elsewhere.example/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === MODULE) return route.fulfill({ contentType: 'text/javascript', body: module });
    return route.fulfill(pathname === '/around' ? frame(`${harbor}/nested/0`) : html('elsewhere'));
  });
  await context.route(`${harbor}/nested/*`, (route) => {
    const depth = Number(/\d$/.exec(route.request().url())?.[0]);
    return route.fulfill(depth > 0 ? frame(`${harbor}/nested/${String(depth - 1)}`) : html('innermost'));
  });
  await context.route(`${harbor}/sandwich`, (route) =>
    route.fulfill(frame('https://elsewhere.example/around')),
  );
}
