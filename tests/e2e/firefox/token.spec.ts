import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { say } from '@/lib/words';
import { demoSignerName } from '../../pki/demo-subscribers';
import { demoTokenPin } from '../../support/demo-token';
import { opensslVerdicts } from '../../support/openssl-verdicts';
import { demoPin } from '../harness/set-up-pharmacy';
import { demoProducts } from '../harness/order-at';
import { startWorld, type World } from '../harness/start-world';
import { tokenProfile, type TokenProfile } from '../harness/token-profile';
import { findSecrets, secretText } from '../secrecy/secrets';
import { closeWindow } from './close-window';
import { formOn } from './form';
import { interpreted, launchFirefox, type FirefoxWithExtension } from './launch-firefox';
import { memoryOf } from './memory';
import { becomeIdle } from './privileged';
import { setUpTokenPharmacy } from './set-up-token-pharmacy';

test.describe.configure({ mode: 'serial' });

const GONE_MS = 3_000;

let world: World;
let profile: TokenProfile;
let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  world = await startWorld();
  profile = tokenProfile({ browser: 'firefox', pki: world.pki });
  firefox = await launchFirefox({ HOME: profile.home }, interpreted);
});
test.afterAll(async () => {
  await firefox.browser.close();
  await world.stop();
  profile.remove();
});

const everyProcess = () => [...profile.host.hosts(), ...profile.host.children()];
const nothingRuns = () => expect.poll(everyProcess, { timeout: GONE_MS }).toEqual([]);

/** Harbor's checkout, whose own button asks for the signature. */
async function askAtHarbor(): Promise<Page> {
  const page = await firefox.browser.newPage();
  const form = formOn(page);
  const item = world.state.harbor.catalogue.byNdc(demoProducts.oxycodone10);
  if (!item) throw new Error('Harbor doesn’t sell it');
  await page.goto(`${world.urls.harbor}/order-guide`);
  await form.fill('Name', 'tech');
  await form.press('Sign in');
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/cart'));
  await form.fill(`Quantity of ${item.name} ${item.strength}`, '3');
  await page.keyboard.press('Tab');
  await saved;
  await page.goto(`${world.urls.harbor}/checkout`);
  await form.press('Sign with Countersign');
  return page;
}

/** The sign window's page, in a tab: puppeteer can't drive a window that the extension opened, so that one is closed. */
async function signPage(): Promise<Page> {
  let request = '';
  await expect
    .poll(
      async () => {
        const address = await closeWindow(firefox.browser, '/sign.html');
        request = address === null ? '' : (new URL(address).searchParams.get('request') ?? '');
        return request;
      },
      { timeout: 15_000 },
    )
    .not.toBe('');
  return firefox.openExtensionPage(`sign.html?request=${encodeURIComponent(request)}`);
}

test('set-up asks the browser for the helper, says that there is none, and then uses the token', async () => {
  profile.host.become('missing');
  await setUpTokenPharmacy(firefox, world, async (form) => {
    await form.tick(say('tokens.source.token'));
    await form.press(say('tokens.find'));
    await form.shows(say('host/missing'));
    profile.host.become('too-old');
    await form.press(say('token.look-again'));
    await form.shows(say('host/too-old', { version: '0.0.9' }));
    profile.host.become('real');
    await form.press(say('token.look-again'));
    await form.tick('SoftHSM');
    await form.press(say('tokens.show'));
    await form.shows(profile.token.label);
    await form.press(say('tokens.use'));
    await form.shows(say('tokens.known'));
  });
  await nothingRuns();
});

test('a wrong PIN signs nothing, a killed host is told, and the right PIN signs an order that OpenSSL and the supplier accept', async () => {
  test.setTimeout(120_000);
  const before = world.state.harbor.orders.length;
  const page = await askAtHarbor();
  const window = await signPage();
  const form = formOn(window);
  await form.tick(say('honesty.check'));
  await form.fill(say('honesty.pin', { name: demoSignerName }), demoPin);
  await form.press(say('honesty.accept'));

  await form.fill(say('token.pin'), `${demoTokenPin}x`);
  await form.press(say('sign.sign'));
  await form.shows('The PIN is wrong');

  await nothingRuns();
  await form.fill(say('token.pin'), demoTokenPin);
  await form.press(say('sign.sign'));
  await expect.poll(() => profile.host.kill()).toBeGreaterThan(0);
  await form.shows(say('host/crashed'));
  expect(world.state.harbor.orders).toHaveLength(before);

  await form.press(say('token.look-again'));
  await form.fill(say('token.pin'), demoTokenPin);
  await form.press(say('sign.sign'));
  await window.waitForSelector('.outcome-number', { timeout: 20_000 });
  const number = await window.$eval('.outcome-number', (shown) =>
    (shown.textContent ?? '').replace(/\s/g, ''),
  );
  await formOn(page).shows(number);
  const taken = world.state.harbor.find(number);
  expect(taken?.verdict).toBe('accepted');
  const [verdict] = await opensslVerdicts([taken?.cms ?? new Uint8Array()], world.pki.root);
  expect(verdict?.said).toContain('CMS Verification successful');
  expect(profile.host.hosts()).toHaveLength(1);

  // The computer is left while the window is still open.
  await becomeIdle(firefox.browser);
  await nothingRuns();
  const { strings, octets } = await memoryOf(firefox.browser);
  const pin = [secretText('PIN', demoTokenPin)];
  expect(findSecrets(strings, pin), 'strings').toEqual([]);
  expect(findSecrets(octets, pin), 'octets').toEqual([]);
  await window.close();
});
