import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '@/lib/words';
import { openssl } from '../pki/openssl';
import { answerFileDialogs, expect, recordAct, takeOut, test } from './harness';

test.use({ pharmacy: 'ordering' });

const checkPack = fileURLToPath(new URL('../inspection/check-pack.mjs', import.meta.url));

test('a pack made through the page is checked by somebody who has OpenSSL alone', async ({
  extension,
  world,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-pack-'));
  const page = await extension.context.newPage();
  await answerFileDialogs(page);
  await page.goto(extension.url('workspace.html#/archive'));
  const part = page.getByRole('region', { name: say('inspection.title') });
  await part.getByRole('button', { name: say('inspection.make') }).click();
  await part.getByRole('checkbox', { name: say('inspection.with-staff') }).check();
  await recordAct(part, say('inspection.make'));
  await expect(part.getByText(/The pack is saved: 4 orders/)).toBeVisible();
  const manifest = await part.locator('.code').innerText();
  const [zip = ''] = await takeOut(page, folder);
  expect(zip).toMatch(/^inspection-FM1234563-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.zip$/);
  const root = join(folder, 'root.pem');
  openssl(['x509', '-inform', 'DER', '-in', world.pki.root, '-out', root]);
  const said = execFileSync(process.execPath, [checkPack, join(folder, zip), root], { encoding: 'utf8' });
  expect(JSON.parse(said)).toMatchObject({ orders: 4, lists: 2, wrong: [] });
  const unpacked = join(folder, 'pack');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, zip), unpacked]);
  const sum = createHash('sha256')
    .update(readFileSync(join(unpacked, 'manifest.json')))
    .digest('hex');
  expect(manifest.trim()).toBe(sum);
  rmSync(folder, { recursive: true, force: true });
});
