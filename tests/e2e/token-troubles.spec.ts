import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { gccMissing, pretendedModule, type PretendedModule } from '../../native-host/tests/pretended-module';
import { demoTokenPin } from '../support/demo-token';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  panelOf,
  pressSign,
  setUpPharmacy,
  signOrder,
  signedOrders,
  test,
  type Extension,
  type World,
} from './harness';
import { extensionIn } from './harness/extension';
import { builtForChromium, launchChromium } from './harness/launch-chromium';
import { tokenProfile, type TokenProfile } from './harness/token-profile';
import { findToken, lookAgain, showTokens, useTokenCertificate } from './harness/use-token';
import { withPermission } from './harness/with-permission';

test.describe.configure({ mode: 'serial' });
test.skip(gccMissing !== null, gccMissing ?? '');

/** Fifteen seconds in the built host. */
const SIGN_MS = 2_000;
const DEVICE_REMOVED = 0x32;
const KEYPAD = 0x100;
/** The driver stands before SoftHSM2 and does nothing of its own. */
const fine = { hang: '', crash: '', 'sign-init': 0, 'more-flags': 0 };

let profile: TokenProfile;
let driver: PretendedModule;
let browser: BrowserContext;
let pharmacy: Extension;

test.beforeAll(async ({ world }) => {
  profile = tokenProfile({ browser: 'chromium', pki: world.pki, signMs: SIGN_MS });
  driver = pretendedModule({ ...fine, real: profile.token.module, pin: demoTokenPin });
  const extension = withPermission('nativeMessaging', builtForChromium, join(profile.home, 'extension'));
  browser = await launchChromium({ profileDir: profile.chromium, headless: true, extension });
  pharmacy = extensionIn(browser);
  const page = await setUpPharmacy(pharmacy, world, {
    async bringKey(page) {
      await findToken(page);
      await showTokens(page, driver.path);
      await useTokenCertificate(page);
    },
  });
  await page.close();
});
test.afterAll(async () => {
  await browser.close();
  driver.remove();
  profile.remove();
});

let packages = 0;

/** Asks at Meridian for a signature under an order of its own: the same lines again would be the same order. */
async function ask(world: World): Promise<void> {
  const page = await browser.newPage();
  await orderAtMeridian(page, world, { oxycodone5: (packages += 1) });
  await panelOf(page).click(/review and sign/i);
}

/** A review of one order, up to what the token asks for. */
async function review(world: World): Promise<Page> {
  await ask(world);
  const window = await pharmacy.signWindow();
  await acceptHonesty(window);
  return window;
}

const nothingRuns = () =>
  expect.poll(() => [...profile.host.hosts(), ...profile.host.children()], { timeout: 5_000 }).toEqual([]);

test.afterEach(async () => {
  driver.set(fine);
  const [first, ...others] = browser.pages();
  await first?.goto('about:blank');
  for (const page of others) await page.close();
  await nothingRuns();
});

for (const [does, setting, code] of [
  ['hangs', 'hang', 'token/module-hangs'],
  ['crashes', 'crash', 'token/module-crashed'],
] as const)
  test(`a driver that ${does} in the signature is told of, nothing is signed, and the order can be signed afterwards`, async ({
    world,
  }) => {
    const before = await signedOrders(pharmacy);
    const window = await review(world);
    driver.set({ [setting]: 'C_Sign' });
    await pressSign(window, { tokenPin: demoTokenPin });
    await expect(window.getByText(say(code))).toBeVisible();
    expect(await signedOrders(pharmacy)).toEqual(before);
    await nothingRuns();
    driver.set(fine);
    await lookAgain(window);
    const number = await signOrder(window, { tokenPin: demoTokenPin });
    expect(await signedOrders(pharmacy)).toEqual([...before, number]);
  });

test('a token that is pulled out while it is logged in is told of, nothing is signed, and put in again it signs', async ({
  world,
}) => {
  const before = await signedOrders(pharmacy);
  const window = await review(world);
  await ask(world);
  const first = await signOrder(window, { tokenPin: demoTokenPin });
  await window.getByRole('button', { name: say('sign.next', { count: 1 }) }).click();
  driver.set({ 'sign-init': DEVICE_REMOVED });
  await pressSign(window, { held: true });
  await expect(window.getByText(say('token/removed'))).toBeVisible();
  expect(await signedOrders(pharmacy)).toEqual([...before, first]);
  await nothingRuns();
  driver.set(fine);
  await lookAgain(window);
  const second = await signOrder(window, { tokenPin: demoTokenPin });
  expect(await signedOrders(pharmacy)).toEqual([...before, first, second]);
});

test('the wait for a token’s own keypad can be cancelled: nothing is signed, no PIN was handed over, and the next wait signs', async ({
  world,
}) => {
  const before = await signedOrders(pharmacy);
  driver.set({ 'more-flags': KEYPAD, hang: 'C_Login' });
  const logins = () => driver.log().filter((line) => line.startsWith('login'));
  const earlier = logins().length;
  const window = await review(world);
  await expect(window.getByText(say('token.pad'))).toBeVisible();
  await pressSign(window, { held: true });
  await expect(window.getByText(say('token.pad-now'))).toBeVisible();
  await expect.poll(() => logins().slice(earlier)).toEqual(['login 1 null']);
  await window.getByRole('button', { name: say('token.pad-cancel'), exact: true }).click();
  await expect(window.getByText(say('token/pin-cancelled'))).toBeVisible();
  await nothingRuns();
  expect(await signedOrders(pharmacy)).toEqual(before);
  driver.set({ hang: '' });
  const number = await signOrder(window, { held: true });
  expect(await signedOrders(pharmacy)).toEqual([...before, number]);
  expect(logins().slice(earlier)).toEqual(['login 1 null', 'login 1 null']);
});
