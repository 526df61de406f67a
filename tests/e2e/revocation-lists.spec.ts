import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { systemClock } from '@/lib/base';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { makeTestLists } from '../pki/make-test-lists';
import { extensionIn } from './harness/extension';
import { launchChromium } from './harness/launch-chromium';
import {
  acceptHonesty,
  expect,
  importKey,
  openKeyStep,
  orderAtMeridian,
  panelOf,
  setUpPharmacy,
  signedOrders,
  signOrder,
  test,
  type World,
} from './harness';

const DAY_MS = 86_400_000;
let dir: string;
const listsOf = ({ pki }: World) => makeTestLists(pki, dir, systemClock.now());

const status = (page: Page) => page.getByRole('table').first().getByRole('row').nth(1);
const caRow = (page: Page, ca: RegExp) =>
  page.getByRole('row', { name: ca }).filter({ hasText: /current|not checked/ });
const importList = (page: Page, file: string) => page.getByLabel(say('lists.file')).setInputFiles(file);

test.beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-e2e-lists-'));
});
test.afterEach(({ world }) => {
  world.state.pki.crlReachable = true;
  world.state.pki.subCrl = null;
});
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('offline: lists from files make the certificate checked, older and foreign ones are refused, a restart keeps them', async ({
  world,
}) => {
  world.state.pki.crlReachable = false;
  const lists = listsOf(world);
  const profileDir = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
  const context = await launchChromium({ profileDir, headless: true });
  try {
    await setUpPharmacy(extensionIn(context), world);
    const page = await extensionIn(context).open('workspace.html#/certificates');
    await expect(status(page)).toContainText(say('status.not-checked'));
    await expect(caRow(page, /Sub CA/)).toContainText(say('lists.state.absent'));
    await page.getByRole('button', { name: /Fetch now: .*Sub CA/ }).click();
    await expect(page.getByText(/sub\.crl can’t be reached/)).toBeVisible();
    await importList(page, world.pki.rootCrl);
    await expect(caRow(page, /Root CA/)).toContainText('imported by Dana Okafor');
    await importList(page, lists.sub({ number: 500 }));
    await expect(page.getByText(/sub\.crl can’t be reached/)).toBeHidden();
    await expect(page.getByText(say('lists.import-done', { number: '500' }))).toBeVisible();
    await expect(status(page)).toContainText('checked against list 500');
    await expect(caRow(page, /Sub CA/)).toContainText('imported by Dana Okafor');

    await importList(page, lists.sub({ number: 499 }));
    await expect(page.getByText(/has number 499, older than number 500/)).toBeVisible();
    await importList(page, lists.stranger({ number: 900 }));
    await expect(page.getByText(/signed none of the certificates here/)).toBeVisible();
    await expect(status(page)).toContainText('checked against list 500');
    await page.screenshot({ path: '.cache/shots/e2e-lists-imported.png', fullPage: true });
  } finally {
    await context.close();
  }

  const again = await launchChromium({ profileDir, headless: true });
  try {
    const page = await extensionIn(again).open('workspace.html#/certificates');
    await expect(status(page)).toContainText('checked against list 500');
  } finally {
    await again.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
});

test.describe('a key brought in later', () => {
  test.use({ pharmacy: 'keyless' });

  test('fetched where the host was allowed, kept, and never replaced by a lower number', async ({
    extension,
    world,
  }) => {
    const lists = listsOf(world);
    const until = systemClock.now() + 20 * DAY_MS;
    world.state.pki.subCrl = lists.sub({ number: 700, until });
    await importKey(await openKeyStep(extension), world, 'full');
    const page = await extension.open('workspace.html#/certificates');
    await expect(status(page)).toContainText('checked against list 700');
    await expect(caRow(page, /Sub CA/)).toContainText(/fetched from localhost:\d+/);

    const fetchNow = page.getByRole('button', { name: /Fetch now: .*Sub CA/ });
    world.state.pki.subCrl = lists.sub({ number: 699, until });
    await fetchNow.click();
    await expect(page.getByText(/has number 699, older than number 700/)).toBeVisible();
    await expect(status(page)).toContainText('checked against list 700');

    world.state.pki.subCrl = lists.sub({ number: 701, until });
    await fetchNow.focus();
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('checked against list 701');
    await expect(fetchNow).toBeFocused();
  });

  test('a revoked certificate stays blocked when the host is down', async ({ context, extension, world }) => {
    // Where the list can be had, such a certificate isn't even taken in.
    world.state.pki.crlReachable = false;
    await importKey(await openKeyStep(extension), world, 'revoked');
    world.state.pki.crlReachable = true;
    const page = await extension.open('workspace.html#/certificates');
    await page.getByRole('button', { name: /Fetch now: .*Sub CA/ }).click();
    await expect(status(page)).toContainText(/revoked on/);
    world.state.pki.crlReachable = false;

    const order = await context.newPage();
    await orderAtMeridian(order, world, { oxycodone5: 2 });
    await panelOf(order).click(/review and sign/i);
    const window = await extension.signWindow();
    await acceptHonesty(window);
    await expect(window.getByText(/was revoked on/).first()).toBeVisible();
    await expect(window.getByRole('button', { name: say('sign.sign') })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(await signedOrders(extension)).toEqual([]);
  });

  test('a host that is down from the start: not checked, said so, signed and recorded so', async ({
    context,
    extension,
    world,
  }) => {
    world.state.pki.crlReachable = false;
    await importKey(await openKeyStep(extension), world, 'full');
    const order = await context.newPage();
    await orderAtMeridian(order, world, { oxycodone5: 2 });
    await panelOf(order).click(/review and sign/i);
    const window = await extension.signWindow();
    await acceptHonesty(window);
    await expect(window.getByText(/was revoked is unknown/i).first()).toBeVisible();
    await expect(window.locator('.problems-status')).toContainText(say('status.not-checked'));
    await expect(window.locator('.problems')).not.toContainText(/\bvalid\b/i);
    await window.screenshot({ path: '.cache/shots/e2e-sign-not-checked.png' });
    const number = await signOrder(window, { password: demoPassword });
    expect(await signedOrders(extension)).toEqual([number]);
  });
});

test.describe('a whole pharmacy', () => {
  test.use({ pharmacy: 'ready' });

  test('a root trusted in error is removed, and nothing can be signed under it', async ({ extension }) => {
    const page = await extension.open('workspace.html#/certificates');
    await page.setViewportSize({ width: 800, height: 600 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
    await page.getByRole('button', { name: /^Remove the root/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Dana Okafor');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: /^Remove the root/ }).click();
    await dialog.getByRole('button', { name: say('root.remove-yes') }).click();
    await expect(page.getByText(say('certificates.no-root'))).toBeVisible();
    await expect(status(page)).toContainText(say('status.refused'));
  });
});
