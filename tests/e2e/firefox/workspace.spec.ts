import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { say } from '@/lib/words';
import { demoRegistrants } from '../../pki/demo-registrants';
import { demoPassword, demoSignerName } from '../../pki/demo-subscribers';
import { demoPin } from '../harness/set-up-pharmacy';
import { startWorld, type World } from '../harness/start-world';
import { keepArchive, putArchiveBack, tamperArchive, tampers } from '../harness/tamper-archive';
import { formOn, type Form } from './form';
import { launchFirefox, type FirefoxWithExtension } from './launch-firefox';
import { setUpTokenPharmacy } from './set-up-token-pharmacy';

test.describe.configure({ mode: 'serial' });

const PLACES = [
  '/',
  '/orders',
  '/records',
  '/records/new/invoice',
  '/suppliers',
  '/certificates',
  '/people',
  '/archive',
  '/settings',
  '/enrolment',
  '/setup/history',
];
const PASSWORD = 'maple-and-birch-26';

let firefox: FirefoxWithExtension;
let world: World;
let downloads: string;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  downloads = mkdtempSync(join(tmpdir(), 'countersign-downloads-'));
  const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  [firefox, world] = await Promise.all([launchFirefox({}, prefs), startWorld()]);
  await setUpTokenPharmacy(firefox, world, async (form) => {
    await form.upload(say('pfx.file'), world.pki.pfx.full);
    await form.fill(say('pfx.file-password'), demoPassword);
    await form.fill(say('pfx.password'), demoPassword);
    await form.fill(say('pfx.password-again'), demoPassword);
    await form.press(say('pfx.import'));
    await form.shows(demoSignerName);
  });
});
test.afterAll(async () => {
  await firefox.browser.close();
  await world.stop();
  rmSync(downloads, { recursive: true, force: true });
});

/** Errors that the page meets from now on. */
function errorsOn(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

const finished = (ending: string) =>
  readdirSync(downloads).filter(
    (name) => name.endsWith(ending) && !existsSync(join(downloads, `${name}.part`)),
  );

/** Who acts has to be there before the PIN is typed: nobody is chosen at first. */
async function byPin(page: Page, form: Form): Promise<void> {
  await page.waitForFunction(
    (words: string) =>
      [...document.querySelectorAll('select')].some((one) => one.selectedOptions[0]?.text.startsWith(words)),
    {},
    demoSignerName,
  );
  await form.fill(say('ui.who.pin'), demoPin);
}

test('every place of the workspace opens without an error', async () => {
  const page = await firefox.openExtensionPage('workspace.html');
  const errors = errorsOn(page);
  for (const place of PLACES) {
    await page.evaluate((hash) => (location.hash = hash), place);
    await page.waitForFunction(
      () => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null,
    );
    expect(await page.$$('[role=alert]'), place).toHaveLength(0);
  }
  expect(errors).toEqual([]);
  await page.close();
});

test('a backup and an inspection pack become downloads', async () => {
  const page = await firefox.openExtensionPage('workspace.html#/archive');
  const errors = errorsOn(page);
  const form = formOn(page);
  await form.press(say('backup.make'));
  await form.fill(say('backup.password'), PASSWORD);
  await form.fill(say('backup.password-again'), PASSWORD);
  await byPin(page, form);
  await form.press(say('backup.make'));
  await form.shows(say('backup.done'));
  await expect.poll(() => finished('.csbackup').length).toBe(1);

  await form.press(say('inspection.make'));
  await byPin(page, form);
  await form.press(say('inspection.make'));
  await form.shows(say('inspection.done-hash'));
  await expect.poll(() => finished('.zip').length).toBe(1);
  const [zip = ''] = finished('.zip');
  expect(zip).toContain(demoRegistrants.pharmacy.deaNumber);
  const unpacked = join(downloads, 'pack');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(downloads, zip), unpacked]);
  const sums = readFileSync(join(unpacked, 'SHA256SUMS.txt'), 'utf8').trim().split('\n');
  expect(sums.length).toBeGreaterThan(5);
  for (const line of sums) {
    const [sum = '', path = ''] = line.split('  ');
    const bytes = readFileSync(join(unpacked, path));
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sum);
  }
  expect(readFileSync(join(unpacked, 'index.html'), 'utf8')).toContain(demoRegistrants.pharmacy.name);
  expect(errors).toEqual([]);
  await page.close();
});

test('what is changed by hand in the database is named on the page', async () => {
  const page = await firefox.openExtensionPage('workspace.html#/archive');
  const form = formOn(page);
  for (const tamper of tampers) {
    await form.press(say('archive.verify'));
    await form.shows('all as they were written');
    await page.evaluate(keepArchive);
    const seq = await page.evaluate(tamperArchive, tamper);
    await form.press(say('archive.verify'));
    await form.shows(`at record ${String(seq)} of station`);
    await page.evaluate(putArchiveBack);
  }
  await page.close();
});
