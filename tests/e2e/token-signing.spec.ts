import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { fromBase64 } from '@/lib/base';
import { say } from '@/lib/words';
import { demoTokenPin } from '../support/demo-token';
import { opensslVerdicts } from '../support/openssl-verdicts';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  panelOf,
  pressSign,
  setUpPharmacy,
  signOrder,
  signatures,
  signedOrders,
  test,
  type Extension,
  type World,
} from './harness';
import { extensionIn } from './harness/extension';
import { builtForChromium, launchChromium } from './harness/launch-chromium';
import { tokenProfile, type TokenProfile } from './harness/token-profile';
import { findToken, lookAgain, showSoftToken, showTokens, useTokenCertificate } from './harness/use-token';
import { withPermission } from './harness/with-permission';
import { filesOf } from './secrecy/files-of';
import { heapOf, inspect } from './secrecy/heap';
import { HEAR, READ_STORES } from './secrecy/in-page';
import { findSecrets, secretText } from './secrecy/secrets';

test.describe.configure({ mode: 'serial' });

/** How soon the host's processes must be gone once nobody needs them. */
const GONE_MS = 3_000;

let profile: TokenProfile;
let browser: BrowserContext;
let pharmacy: Extension;

test.beforeAll(async ({ world }) => {
  profile = tokenProfile({ browser: 'chromium', pki: world.pki });
  const extension = withPermission('nativeMessaging', builtForChromium, join(profile.home, 'extension'));
  browser = await launchChromium({ profileDir: profile.chromium, headless: true, extension });
  pharmacy = extensionIn(browser);
});
test.afterAll(async () => {
  await browser.close();
  profile.remove();
});

let packages = 0;

/** Asks at Meridian for a signature under an order of its own: the same lines again would be the same order. */
async function ask(world: World): Promise<Page> {
  const page = await browser.newPage();
  await orderAtMeridian(page, world, { oxycodone5: (packages += 1) });
  await panelOf(page).click(/review and sign/i);
  return page;
}

/** A review of one order, up to the field for the PIN. */
async function review(world: World): Promise<Page> {
  await ask(world);
  const window = await pharmacy.signWindow();
  await acceptHonesty(window);
  return window;
}

const everyProcess = () => [...profile.host.hosts(), ...profile.host.children()];
const nothingRuns = () => expect.poll(everyProcess, { timeout: GONE_MS }).toEqual([]);

/** Takes the token away; answers what brings it back. */
function unplug(): () => void {
  const tokens = join(profile.scratch, 'tokens');
  const pocket = join(profile.scratch, 'pocket');
  renameSync(tokens, pocket);
  mkdirSync(tokens);
  return () => {
    rmSync(tokens, { recursive: true });
    renameSync(pocket, tokens);
  };
}

/** Closes all but one page, so that the next order has a window of its own. */
async function closeAll(): Promise<void> {
  const [first, ...others] = browser.pages();
  await first?.goto('about:blank');
  for (const page of others) await page.close();
}

test.afterEach(async () => {
  if (browser.browser()?.isConnected() === true) await closeAll();
  await nothingRuns();
});

test('set-up tells apart why no helper or driver answers, and then uses the token', async ({ world }) => {
  const { host, token } = profile;
  host.become('missing');
  const page = await setUpPharmacy(pharmacy, world, {
    async bringKey(page) {
      await findToken(page);
      await expect(page.getByText(say('host/missing'))).toBeVisible();
      host.become('dangling');
      await lookAgain(page);
      await expect(page.getByText(say('host/missing'))).toBeVisible();
      host.become('for-another');
      await lookAgain(page);
      await expect(page.getByText(say('host/forbidden'))).toBeVisible();
      host.become('too-old');
      await lookAgain(page);
      await expect(page.getByText(say('host/too-old', { version: '0.0.9' }))).toBeVisible();
      host.become('real');
      await lookAgain(page);

      const nowhere = join(profile.scratch, 'nowhere.so');
      await showTokens(page, nowhere);
      await expect(page.getByText(say('token/module-missing', { path: nowhere }))).toBeVisible();
      await showTokens(page, join(profile.scratch, 'host.sh'));
      await expect(page.getByText(/is not a PKCS#11 module/)).toBeVisible();
      await showSoftToken(page, token.label);
      await useTokenCertificate(page);
    },
  });
  await page.goto(pharmacy.url('workspace.html#/certificates'));
  await expect(page.getByText(say('keys.in-token', { label: token.label }))).toBeVisible();
});

test('an order is signed with the PIN: OpenSSL and the supplier accept it, and the record says where the key was', async ({
  world,
}) => {
  const page = await ask(world);
  const window = await pharmacy.signWindow();
  const number = await signOrder(window, { tokenPin: demoTokenPin });
  const [signed] = await signatures(pharmacy);
  if (!signed) throw new Error('nothing is on record');
  expect(signed.order.number).toBe(number);
  expect(signed.circumstances.keyProtection).toBe('protection.token');
  await expect(page.locator('#signed-order')).toHaveValue(signed.cms);
  const [verdict] = await opensslVerdicts([fromBase64(signed.cms)], world.pki.root);
  expect(verdict?.said).toContain('CMS Verification successful');
  expect(verdict?.content.toString('base64')).toBe(signed.document);
  await expect(window.getByLabel(say('token.pin'), { exact: true })).toBeHidden();
  expect(profile.host.hosts()).toHaveLength(1);
});

test('a wrong PIN is tried once and signs nothing; the right one then does', async ({ world }) => {
  const before = await signedOrders(pharmacy);
  const window = await review(world);
  await pressSign(window, { tokenPin: `${demoTokenPin}x` });
  await expect(window.getByText(/^The PIN is wrong/)).toBeVisible();
  expect(await signedOrders(pharmacy)).toEqual(before);
  const number = await signOrder(window, { tokenPin: demoTokenPin });
  expect(await signedOrders(pharmacy)).toEqual([...before, number]);
});

test('one PIN serves the next order of the window; another window may look at tokens meanwhile', async ({
  world,
}) => {
  await ask(world);
  const window = await pharmacy.signWindow();
  await acceptHonesty(window);
  await ask(world);
  await signOrder(window, { tokenPin: demoTokenPin });
  const [session] = profile.host.hosts();

  const workspace = await pharmacy.open('workspace.html#/certificates');
  await workspace.getByRole('button', { name: say('tokens.find') }).click();
  await showSoftToken(workspace, profile.token.label);
  await expect(workspace.getByText(say('tokens.known'))).toBeVisible();
  await workspace.close();

  await window.getByRole('button', { name: say('sign.next', { count: 1 }) }).click();
  const before = await signedOrders(pharmacy);
  const number = await signOrder(window, { held: true });
  expect(await signedOrders(pharmacy)).toEqual([...before, number]);
  expect(profile.host.hosts()).toEqual([session]);
});

test('the token is gone when it is to sign: said, nothing signed; put in again it signs', async ({
  world,
}) => {
  const before = await signedOrders(pharmacy);
  const window = await review(world);
  await expect(window.getByLabel(say('token.pin'), { exact: true })).toBeVisible();
  const plugIn = unplug();
  await pressSign(window, { tokenPin: demoTokenPin });
  // SoftHSM2 keeps its empty slot, so another token seems to be in.
  await expect(window.getByText(say('token/certificate-missing'))).toBeVisible();
  expect(await signedOrders(pharmacy)).toEqual(before);
  plugIn();
  await lookAgain(window);
  const number = await signOrder(window, { tokenPin: demoTokenPin });
  expect(await signedOrders(pharmacy)).toEqual([...before, number]);
});

test('the host is killed while it holds the key, and again in the signature: said, nothing signed, and the next PIN signs', async ({
  world,
}) => {
  const before = await signedOrders(pharmacy);
  const window = await review(world);
  await ask(world);
  const first = await signOrder(window, { tokenPin: demoTokenPin });
  expect(profile.host.kill()).toBe(1);
  await nothingRuns();
  await window.getByRole('button', { name: say('sign.next', { count: 1 }) }).click();
  await pressSign(window, { held: true });
  await expect(window.getByText(say('host/crashed'))).toBeVisible();
  expect(await signedOrders(pharmacy)).toEqual([...before, first]);

  await lookAgain(window);
  await expect(window.getByLabel(say('token.pin'), { exact: true })).toBeVisible();
  await nothingRuns();
  await pressSign(window, { tokenPin: demoTokenPin });
  await expect.poll(() => profile.host.kill()).toBeGreaterThan(0);
  await expect(window.getByText(say('host/crashed'))).toBeVisible();
  expect(await signedOrders(pharmacy)).toEqual([...before, first]);

  await lookAgain(window);
  const second = await signOrder(window, { tokenPin: demoTokenPin });
  expect(await signedOrders(pharmacy)).toEqual([...before, first, second]);
});

test('the helper is gone when an order is to be signed: said, and once it is back it signs', async ({
  world,
}) => {
  const before = await signedOrders(pharmacy);
  profile.host.become('missing');
  const window = await review(world);
  await expect(window.getByText(say('host/missing'))).toBeVisible();
  await expect(window.getByText(say('sign.why-token'))).toBeVisible();
  profile.host.become('real');
  await lookAgain(window);
  const number = await signOrder(window, { tokenPin: demoTokenPin });
  expect(await signedOrders(pharmacy)).toEqual([...before, number]);
});

test('a window that closes ends the host’s processes', async ({ world }) => {
  const window = await review(world);
  await signOrder(window, { tokenPin: demoTokenPin });
  expect(profile.host.hosts()).toHaveLength(1);
  expect(profile.host.children()).toHaveLength(1);
  await window.close();
  await nothingRuns();
});

test('the PIN lies in no message, database, storage, log, heap or file once the token is locked', async ({
  world,
}) => {
  const secrets = [secretText('PIN', demoTokenPin)];
  const found = (place: Buffer | string) => findSecrets(Buffer.from(place), secrets);
  const said: string[] = [];
  browser.on('console', (message) => said.push(message.text()));
  const whole = browser.browser();
  if (!whole) throw new Error('no browser');
  const session = await whole.newBrowserCDPSession();
  const listener = await pharmacy.open('popup.html');
  await listener.evaluate(HEAR);
  // Not the talk between window and background: the PIN passes there, and pages of one extension share a heap.
  await listener.evaluate(() => (globalThis as unknown as { heardOn: BroadcastChannel }).heardOn.close());

  const window = await review(world);
  // Key by key, as hands do: `fill` would leave the whole text in the page.
  await window.getByLabel(say('token.pin'), { exact: true }).focus();
  await window.keyboard.type(demoTokenPin);
  await pressSign(window, { held: true });
  await expect(window.locator('.outcome-number')).toBeVisible({ timeout: 20_000 });
  const { targetInfos } = await session.send('Target.getTargets');
  const inspected = (kind: string, path: string) => {
    const target = targetInfos.find(({ type, url }) => type === kind && url.startsWith(pharmacy.url(path)));
    if (!target) throw new Error(`no ${kind} ${path}`);
    return inspect(session, target.targetId);
  };
  const worker = await inspected('service_worker', '');
  // As a screen that is locked while the window is still open; nobody here can lock one, so the event is told.
  await worker.send('Runtime.evaluate', { expression: "chrome.idle.onStateChanged.dispatch('locked')" });
  await nothingRuns();

  const heard = await listener.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const places = {
    window: await heapOf(await inspected('page', 'sign.html')),
    background: await heapOf(worker),
    stores: await listener.evaluate<string>(READ_STORES),
    messages: heard.join('\n'),
    log: said.join('\n'),
  };
  for (const [place, content] of Object.entries(places)) expect(found(content), place).toEqual([]);
  expect(places.messages).toContain('sign.approve');
  await browser.close();
  for (const { name, content } of filesOf(profile.home)) expect(found(content), name).toEqual([]);
});
