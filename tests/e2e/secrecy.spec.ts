import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword, demoSignerName } from '../pki/demo-subscribers';
import { EXTENSION_ID, expect, orderAtMeridian, panelOf, setUpPharmacy, test, type World } from './harness';
import { extensionIn, type Extension } from './harness/extension';
import { giveReason } from './harness/give-reason';
import { launchChromium } from './harness/launch-chromium';
import { heapOf, inspect, liveKeys, type Inspected } from './secrecy/heap';
import { HEAR, READ_STORES } from './secrecy/in-page';
import { filesOf } from './secrecy/files-of';
import { findSecrets, secretBytes, secretsOfKey, secretText, type Secret } from './secrecy/secrets';

const password = 'Zahnbürste-Ñandú-4711';
const pin = '73190846251937';
/** Put everywhere on purpose: the same search must find it, or it finds nothing. */
const planted = 'planted-Äpfel-190283';
const plantedOctets = Uint8Array.from({ length: 48 }, (_, index) => (index * 37 + 11) % 251);

let secrets: readonly Secret[];
const controls = [secretText('planted text', planted), secretBytes('planted octets', plantedOctets)];
const both = controls.map(({ name }) => name);
const found = (place: Buffer | string) => findSecrets(Buffer.from(place), [...secrets, ...controls]);

let profileDir: string;
let context: BrowserContext;
let extension: Extension;
let browser: CDPSession;
let said: string[];

test.beforeEach(async ({ world }) => {
  secrets = [
    secretText('password', password),
    secretText('password of the file', demoPassword),
    secretText('PIN', pin),
    ...(await secretsOfKey(world.pki.pfx.full, world.pki.password)),
  ];
  profileDir = mkdtempSync(join(tmpdir(), 'countersign-secrecy-'));
  context = await launchChromium({ profileDir, headless: true });
  extension = extensionIn(context);
  const whole = context.browser();
  if (!whole) throw new Error('no browser');
  browser = await whole.newBrowserCDPSession();
  said = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error().stack)));
});
test.afterEach(async () => {
  await context.close();
  rmSync(profileDir, { recursive: true, force: true });
});

/** Key by key, as hands do: `fill` would leave the whole text in the page. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(text);
}

async function targetOf(type: 'page' | 'service_worker', path: string): Promise<Inspected> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(
    (info) => info.type === type && info.url.startsWith(`chrome-extension://${EXTENSION_ID}/${path}`),
  );
  if (!target) throw new Error(`no ${type} ${path}`);
  return inspect(browser, target.targetId);
}

async function openListener(): Promise<Page> {
  const page = await extension.open('popup.html');
  await page.evaluate(HEAR);
  return page;
}
const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

async function signAtMeridian(world: World): Promise<Page> {
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 2 });
  await panelOf(page).click(/review and sign/i);
  const window = await extension.signWindow();
  await window.getByRole('checkbox', { name: say('honesty.check') }).check();
  await type(window, say('honesty.pin', { name: demoSignerName }), pin);
  await window.getByRole('button', { name: say('honesty.accept') }).click();
  const sign = window.getByRole('button', { name: say('sign.sign') });
  await expect(sign).toHaveAttribute('aria-disabled', 'false');
  await giveReason(window);
  await type(window, say('sign.password'), password);
  await sign.click();
  await expect(window.locator('.outcome-number')).toBeVisible({ timeout: 20_000 });
  return window;
}

test('password, PIN and key are in no database, storage, message, log or heap once the key is locked', async ({
  world,
}) => {
  test.setTimeout(180_000);
  const workspace = await setUpPharmacy(extension, world, { password, pin });
  await workspace.close();
  const listener = await openListener();
  const window = await signAtMeridian(world);

  const worker = await targetOf('service_worker', '');
  const page = await targetOf('page', 'sign.html');
  expect(await liveKeys(worker), 'the key is open in the background').toBe(1);
  // The computer's screen is locked while the window is still open; nobody here can lock one, so the event is told.
  await worker.send('Runtime.evaluate', { expression: "chrome.idle.onStateChanged.dispatch('locked')" });
  await expect.poll(() => liveKeys(worker)).toBe(0);
  expect(await liveKeys(page)).toBe(0);

  const places = {
    window: await heapOf(page),
    background: await heapOf(worker),
    stores: await listener.evaluate<string>(READ_STORES),
    messages: (await heardBy(listener)).join('\n'),
    log: said.join('\n'),
  };
  for (const [place, content] of Object.entries(places)) expect(found(content), place).toEqual([]);
  expect(places.messages).toContain('sign.approve');
  expect(places.messages).toContain('CryptoKey private kept');
  expect(places.stores).toContain('countersign-vault/keys');

  await window.close();
  const after = { background: await heapOf(worker), stores: await listener.evaluate<string>(READ_STORES) };
  for (const [place, content] of Object.entries(after)) expect(found(content), place).toEqual([]);
  await context.close();
  for (const { name, content } of filesOf(profileDir)) expect(found(content), name).toEqual([]);
});

test('the same search finds what is planted in each of these places', async () => {
  const listener = await openListener();
  const page = await extension.open('workspace.html');
  const plant = { text: planted, octets: [...plantedOctets] };
  await page.evaluate(async ({ text, octets }) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const bytes = Uint8Array.from(octets);
    Object.assign(globalThis, { kept: [`${text}`, octets.join(',')] });
    console.log(text, octets.join(','));
    await chrome.storage.session.set({ planted: [text, octets] });
    // Nobody answers it.
    void chrome.runtime.sendMessage({ text });
    new BroadcastChannel('countersign-key').postMessage({ bytes });
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('planted');
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put({ text, bytes }, 1);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  }, plant);
  const background = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  await background.evaluate(({ text, octets }) => {
    Object.assign(globalThis, { kept: [`${text}`, octets.join(',')] });
  }, plant);
  const stores: string = await listener.evaluate(READ_STORES);
  expect(found(await heapOf(await targetOf('page', 'workspace.html'))), 'window').toEqual(both);
  expect(found(await heapOf(await targetOf('service_worker', ''))), 'background').toEqual(both);
  expect(found(stores), 'stores').toEqual(both);
  expect(found((await heardBy(listener)).join('\n')), 'messages').toEqual(both);
  expect(found(said.join('\n')), 'log').toEqual(both);
  await context.close();
  expect(
    filesOf(profileDir).some(({ content }) => found(content).length > 0),
    'files',
  ).toBe(true);
});

interface Chrome {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly session: { set(items: object): Promise<void> } };
}
