import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoSignerName } from '../pki/demo-subscribers';
import { openssl } from '../pki/openssl';
import { answerFileDialogs, expect, recordAct, saveAsDownload, signedOrders, takeOut, test } from './harness';
import { extensionIn } from './harness/extension';
import { builtForChromium, launchChromium } from './harness/launch-chromium';
import { newProfileDir } from './harness/profile-dir';
import { withPermission } from './harness/with-permission';

test.use({ pharmacy: 'ordering' });

const PASSWORD = 'maple-and-birch-26';
const checkCopy = fileURLToPath(new URL('../desk/check-copy.mjs', import.meta.url));

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-archive-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const numbersOn = (page: Page) => page.locator('tbody th').allInnerTexts();

/** What Node and OpenSSL alone say about a copy. */
function verdictOn(copy: string, root: string): unknown {
  const trusted = join(folder, 'root.pem');
  openssl(['x509', '-inform', 'DER', '-in', root, '-out', trusted]);
  return JSON.parse(execFileSync(process.execPath, [checkCopy, copy, trusted], { encoding: 'utf8' }));
}

interface Downloads {
  readonly chrome: {
    readonly downloads: {
      search(query: object): Promise<readonly { readonly filename: string; readonly state: string }[]>;
    };
  };
}

/** Runs in the page: where the one file lies that this browser has downloaded. */
async function finishedDownload(): Promise<string> {
  for (;;) {
    const [item] = await (globalThis as unknown as Downloads).chrome.downloads.search({});
    if (item?.state === 'complete') return item.filename;
    if (item?.state === 'interrupted') throw new Error(JSON.stringify(item));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('an encrypted backup is saved, and an empty browser takes it back in', async ({ extension }) => {
  const page = await extension.context.newPage();
  await saveAsDownload(page);
  await page.goto(extension.url('workspace.html#/archive'));
  await press(page, say('archive.verify'));
  await expect(page.getByText(/records, all as they were written/)).toBeVisible();

  await press(page, say('backup.make'));
  const form = page.getByRole('region', { name: say('backup.title') });
  await form.getByLabel(say('backup.password')).fill(PASSWORD);
  await form.getByLabel(say('backup.password-again')).fill(PASSWORD);
  const [download] = await Promise.all([page.waitForEvent('download'), recordAct(form, say('backup.make'))]);
  expect(download.suggestedFilename()).toMatch(/^countersign-\d{4}-\d\d-\d\d\.csbackup$/);
  await expect(page.getByText(say('backup.done'))).toBeVisible();
  const file = join(folder, 'orders.csbackup');
  await download.saveAs(file);
  await page.goto(extension.url('workspace.html#/orders'));
  await expect(page.getByRole('table')).toBeVisible();
  const numbers = await numbersOn(page);

  const profileDir = newProfileDir();
  const elsewhere = await launchChromium({ profileDir, headless: true });
  try {
    const empty = extensionIn(elsewhere);
    // Whoever begins on a new computer is at its set-up.
    const other = await empty.open('workspace.html#/setup');
    await other.getByRole('link', { name: say('nature.restore') }).click();
    await press(other, say('restore.open'));
    await other.getByLabel(say('restore.file')).setInputFiles(file);
    await other.getByLabel(say('backup.password')).fill('maple-and-birch-27');
    await press(other, say('restore.go'));
    await expect(other.getByRole('alert')).toContainText(say('backup/wrong-password'));
    expect(await signedOrders(empty)).toEqual([]);
    await other.getByLabel(say('backup.password')).fill(PASSWORD);
    await press(other, say('restore.go'));
    await expect(other.getByText(/records were added; 0 were here already/)).toBeVisible();
    await press(other, say('archive.verify'));
    await expect(other.getByText(/records, all as they were written/)).toBeVisible();
    await other.goto(empty.url('workspace.html#/orders'));
    await expect(other.getByRole('table')).toBeVisible();
    expect(await numbersOn(other)).toEqual(numbers);
    // The people came with their PINs: whoever worked there works here.
    await other.goto(empty.url('workspace.html#/people'));
    await expect(other.getByRole('option', { name: new RegExp(demoSignerName) }).first()).toBeAttached();
  } finally {
    await elsewhere.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
});

test('a copy in a folder is read without Countersign, and the next one writes only what is new', async ({
  extension,
  world,
}) => {
  const page = await extension.context.newPage();
  await answerFileDialogs(page);
  await page.goto(extension.url('workspace.html#/archive'));
  await expect(page.getByText(say('archive.copy.nowhere'))).toBeVisible();
  await press(page, say('archive.copy.choose-folder'));
  await expect(page.getByText(say('archive.copy.done'))).toBeVisible();
  await expect(page.getByText(/To the folder “Order copies”/)).toBeVisible();
  await takeOut(page, folder);
  const copy = join(folder, 'Order copies');
  expect(verdictOn(copy, world.pki.root)).toMatchObject({ ok: true, signed: 3 });
  expect(readdirSync(copy)).toEqual(expect.arrayContaining(['README.txt', 'index.html', 'heads.json']));
  await press(page, say('archive.copy.now'));
  await expect(page.getByText(say('archive.copy.nothing-new'))).toBeVisible();
});

test('a copy goes to the downloads as one ZIP', async ({ pharmacies, world }) => {
  const extensionDir = withPermission('downloads', builtForChromium, join(folder, 'extension'));
  const { context, close } = await pharmacies.launch('ordering', { extension: extensionDir });
  try {
    const extension = extensionIn(context);
    const page = await extension.open('workspace.html#/archive');
    await press(page, say('archive.copy.choose-downloads'));
    await expect(page.getByText(say('archive.copy.done'))).toBeVisible();
    const zip = await page.evaluate(finishedDownload);
    const copy = join(folder, 'copy');
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, copy]);
    expect(verdictOn(copy, world.pki.root)).toMatchObject({ ok: true, signed: 3 });
  } finally {
    await close();
  }
});
