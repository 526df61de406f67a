import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { say } from '@/lib/words';
import { demoPassword, demoSignerName } from '../../pki/demo-subscribers';
import { demoPin } from '../harness/set-up-pharmacy';
import { startWorld, type World } from '../harness/start-world';
import { filesOf } from '../secrecy/files-of';
import { HEAR, READ_STORES } from '../secrecy/in-page';
import { findSecrets, secretBytes, secretsOfKey, secretText, type Secret } from '../secrecy/secrets';
import { askAtHarbor } from './ask-at-harbor';
import { formOn } from './form';
import { interpreted, launchFirefox, type FirefoxWithExtension } from './launch-firefox';
import { liveKeys, memoryOf } from './memory';
import { becomeIdle, privileged } from './privileged';
import { setUpTokenPharmacy } from './set-up-token-pharmacy';

const password = 'Zahnbürste-Ñandú-4711';
const planted = 'planted-Äpfel-190283';
const plantedOctets = Uint8Array.from({ length: 48 }, (_, index) => (index * 37 + 11) % 251);
const controls = [secretText('planted text', planted), secretBytes('planted octets', plantedOctets)];

test.describe.configure({ mode: 'default' });

let world: World;
let firefox: FirefoxWithExtension;
let secrets: readonly Secret[];
const both = controls.map(({ name }) => name);
const found = (place: Buffer | string) => findSecrets(Buffer.from(place), [...secrets, ...controls]);

test.beforeAll(async () => {
  world = await startWorld();
  firefox = await launchFirefox({}, interpreted);
  secrets = [
    secretText('password', password),
    secretText('password of the file', demoPassword),
    ...(await secretsOfKey(world.pki.pfx.full, world.pki.password)),
  ];
});
test.afterAll(async () => {
  await firefox.browser.close();
  await world.stop();
});

interface Extension {
  readonly runtime: {
    getManifest(): { readonly version: string };
    sendMessage(message: object): Promise<unknown>;
  };
  readonly storage: { readonly session: { set(items: object): Promise<void> } };
}

/** What the background says of the key that is open. */
const heldKey = (page: Page) =>
  page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { browser: Extension }).browser;
    const asked = { countersign: runtime.getManifest().version, name: 'sign.held', payload: {} };
    return JSON.stringify(await runtime.sendMessage(asked));
  });

async function openListener(): Promise<Page> {
  const page = await firefox.openExtensionPage('popup.html');
  await page.evaluate(HEAR);
  return page;
}
const heardBy = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n'));
const storesIn = (page: Page) => page.evaluate(READ_STORES) as Promise<string>;

/** The browser console’s errors and warnings; what a page itself writes to its console doesn’t come to it. */
const browserLog = () =>
  privileged<string>(firefox.browser, `Services.console.getMessageArray().map(String).join(' ')`);
const profileFiles = async () =>
  filesOf(await privileged<string>(firefox.browser, `Services.dirsvc.get('ProfD', Ci.nsIFile).path`));

async function signAtHarbor(): Promise<Page> {
  const window = await askAtHarbor(firefox, world);
  const form = formOn(window);
  await form.tick(say('honesty.check'));
  await form.fill(say('honesty.pin', { name: demoSignerName }), demoPin);
  await form.press(say('honesty.accept'));
  await form.fill(say('sign.password'), password);
  await form.press(say('sign.sign'));
  await window.waitForSelector('.outcome-number', { timeout: 20_000 });
  return window;
}

test('password and key are in no memory in use, database, storage, file, message or log once the key is locked', async () => {
  test.setTimeout(120_000);
  await setUpTokenPharmacy(firefox, world, async (form) => {
    await form.upload(say('pfx.file'), world.pki.pfx.full);
    await form.fill(say('pfx.file-password'), demoPassword);
    await form.fill(say('pfx.password'), password);
    await form.fill(say('pfx.password-again'), password);
    await form.press(say('pfx.import'));
  });
  const listener = await openListener();
  const window = await signAtHarbor();
  expect(await heldKey(listener)).toContain('"certificate"');

  expect(await liveKeys(firefox.browser), 'the key is open in the background').toBe(1);
  await becomeIdle(firefox.browser);
  await expect.poll(() => heldKey(listener)).toContain('"value":null');
  const { strings, octets, keys } = await memoryOf(firefox.browser);
  expect(keys).toBe(0);
  const places = {
    strings,
    octets,
    stores: await storesIn(listener),
    messages: await heardBy(listener),
    log: await browserLog(),
  };
  for (const [place, content] of Object.entries(places)) expect(found(content), place).toEqual([]);
  expect(places.messages).toContain('sign.approve');
  expect(places.messages).toContain('CryptoKey private kept');
  expect(places.stores).toContain('countersign-vault/keys');

  await window.close();
  expect(found(await storesIn(listener)), 'stores').toEqual([]);
  for (const { name, content } of await profileFiles()) expect(found(content), name).toEqual([]);
  await listener.close();
});

test('the same search finds what is planted in each of these places', async () => {
  test.setTimeout(180_000);
  const listener = await openListener();
  const page = await firefox.openExtensionPage('workspace.html');
  const plant = { text: planted, octets: [...plantedOctets] };
  await page.evaluate(async ({ text, octets }) => {
    const { runtime, storage } = (globalThis as unknown as { browser: Extension }).browser;
    const bytes = Uint8Array.from(octets);
    await storage.session.set({ planted: [text, octets.join(',')] });
    // Nobody answers it.
    void runtime.sendMessage({ text });
    // Held by a closure alone, as a program's own variables are.
    const kept = [`${text.slice(0, 7)}${text.slice(7)}`, bytes.slice()] as const;
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    Object.assign(globalThis, { keep: () => [kept.length, pair.privateKey.type] });
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
  await privileged(firefox.browser, `Services.console.logStringMessage(${JSON.stringify(planted)}), 0`);
  expect(found(await storesIn(listener)), 'stores').toEqual(both);
  await expect.poll(async () => found(await heardBy(listener)), 'messages').toEqual(both);
  expect(found(await browserLog()), 'browser log').toEqual(['planted text']);
  const { strings, octets, keys } = await memoryOf(firefox.browser);
  expect(found(strings), 'strings').toContain('planted text');
  expect(found(octets), 'octets').toEqual(['planted octets']);
  expect(keys).toBeGreaterThan(0);
  await page.evaluate(() => void delete (globalThis as { keep?: unknown }).keep);
  expect(await liveKeys(firefox.browser), 'a key that was dropped').toBe(0);
  const files = await profileFiles();
  expect(
    files.some(({ content }) => found(content).length > 0),
    'files',
  ).toBe(true);
});
