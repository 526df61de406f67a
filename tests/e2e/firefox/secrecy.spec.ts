import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { say } from '@/lib/words';
import { demoPassword, demoSignerName } from '../../pki/demo-subscribers';
import { demoPin } from '../harness/set-up-pharmacy';
import { startWorld, type World } from '../harness/start-world';
import { filesOf } from '../secrecy/files-of';
import { HEAR, READ_STORES } from '../secrecy/in-page';
import { findInMemory } from '../secrecy/process-memory';
import { findSecrets, secretBytes, secretsOfKey, secretText, type Secret } from '../secrecy/secrets';
import { askAtHarbor } from './ask-at-harbor';
import { closedShadowText } from './closed-shadow-text';
import { formOn } from './form';
import { launchFirefox, type FirefoxWithExtension } from './launch-firefox';
import { becomeIdle, collectGarbage, privileged } from './privileged';
import { setUpTokenPharmacy } from './set-up-token-pharmacy';

const password = 'Zahnbürste-Ñandú-4711';
const planted = 'planted-Äpfel-190283';
const plantedOctets = Uint8Array.from({ length: 48 }, (_, index) => (index * 37 + 11) % 251);
const controls = [secretText('planted text', planted), secretBytes('planted octets', plantedOctets)];

let world: World;
let firefox: FirefoxWithExtension;
let secrets: readonly Secret[];
test.beforeAll(async () => {
  world = await startWorld();
  firefox = await launchFirefox();
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

const isOpen = (page: Page) =>
  page.evaluate(async () => {
    const { browser } = globalThis as any;
    const answer = await browser.runtime.sendMessage({
      countersign: browser.runtime.getManifest().version,
      name: 'sign.held',
      payload: {},
    });
    return JSON.stringify(answer);
  });

test('probe', async () => {
  test.setTimeout(120_000);
  const t0 = Date.now();
  const t = (s: string, ...x: any[]) => console.log(s, Date.now() - t0, ...x);
  await setUpTokenPharmacy(firefox, world, async (form) => {
    await form.upload(say('pfx.file'), world.pki.pfx.full);
    await form.fill(say('pfx.file-password'), demoPassword);
    await form.fill(say('pfx.password'), password);
    await form.fill(say('pfx.password-again'), password);
    await form.press(say('pfx.import'));
  });
  t('set up');
  const listener = await firefox.openExtensionPage('popup.html');
  await listener.evaluate(HEAR);
  const window = await askAtHarbor(firefox, world).catch(async (e) => {
    for (const p of await firefox.browser.pages()) console.log(p.url(), await p.evaluate(() => document.body.innerText.slice(0, 1500)).catch(String), await closedShadowText(firefox.browser, p).catch(String));
    throw e; });
  const form = formOn(window);
  await form.tick(say('honesty.check'));
  await form.fill(say('honesty.pin', { name: demoSignerName }), demoPin);
  await form.press(say('honesty.accept'));
  await form.fill(say('sign.password'), password);
  await form.press(say('sign.sign'));
  await window.waitForSelector('.outcome-number', { timeout: 20_000 });
  t('signed', await isOpen(listener));
  let pid = await collectGarbage(firefox.browser);
  t('mem open', pid, findInMemory(pid, secrets));
  const parent = firefox.browser.process()?.pid ?? 0;
  t('parent open', parent, findInMemory(parent, secrets));
  await becomeIdle(firefox.browser);
  await expect.poll(() => isOpen(listener)).toContain('null');
  t('locked', await isOpen(listener));
  pid = await collectGarbage(firefox.browser);
  t('mem locked', pid, findInMemory(pid, secrets));
  t('parent', findInMemory(parent, secrets));
  await window.close();
  pid = await collectGarbage(firefox.browser);
  t('mem closed', pid, findInMemory(pid, secrets));
  const stores = (await listener.evaluate(READ_STORES)) as string;
  t(
    'stores',
    stores.length,
    findSecrets(Buffer.from(stores), secrets),
    stores.includes('countersign-vault/keys'),
  );
  const heard = (await listener.evaluate(() => (globalThis as any).heard.join('\n'))) as string;
  t(
    'heard',
    heard.length,
    findSecrets(Buffer.from(heard), secrets),
    heard.includes('CryptoKey private kept'),
    heard.includes('sign.approve'),
  );
  const dir = await privileged<string>(firefox.browser, `Services.dirsvc.get('ProfD', Ci.nsIFile).path`);
  for (const { name, content } of filesOf(dir)) {
    const f = findSecrets(content, secrets);
    if (f.length) t(name, f);
  }
  t('files');
  console.log(controls.length);
});
