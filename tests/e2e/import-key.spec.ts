import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { expect, importPfx, openKeyStep, test } from './harness';
import { slowPfx } from './harness/slow-pfx';

const ITERATIONS = 3_000_000;
/** A page that answers no sooner feels frozen. */
const FROZEN_MS = 500;

test.use({ pharmacy: 'keyless' });

let dir: string;
test.beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-import-'));
});
test.afterAll(() => {
  rmSync(dir, { recursive: true });
});

const present = (page: Page) => page.getByRole('list', { name: say('setup.present') });
const importButton = (page: Page) => page.getByRole('button', { name: say('pfx.import') });
const cancelButton = (page: Page) => page.getByRole('button', { name: say('pfx.cancel'), exact: true });

test('a file of nine million rounds: the page lives, Cancel and Esc end it, nothing has to be typed again', async ({
  extension,
  world,
}) => {
  const { full } = world.pki.pfx;
  const slow = slowPfx(full, {
    password: demoPassword,
    iterations: ITERATIONS,
    out: join(dir, 'slow.pfx'),
  });
  const page = await openKeyStep(extension);
  await importPfx(page, slow, { filePassword: demoPassword });
  await expect(page.getByText(say('pfx.opening-long', { rounds: 3 * ITERATIONS }))).toBeVisible();
  expect(page.workers()).toHaveLength(1);
  expect(await longestSilence(page, 1_000)).toBeLessThan(FROZEN_MS);
  await cancelButton(page).click();
  await expect(page.getByText(say('pfx/cancelled'))).toBeVisible();
  await expect(cancelButton(page)).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);

  await importButton(page).click();
  await expect(cancelButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(say('pfx/cancelled'))).toBeVisible();
  await expect(present(page)).toBeHidden();

  await page.getByLabel(say('pfx.file'), { exact: true }).setInputFiles(full);
  await importButton(page).click();
  await expect(present(page)).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => page.workers().length).toBe(0);
});

test('the slow file opens too, for who waits', async ({ extension, world }) => {
  const slow = slowPfx(world.pki.pfx.full, {
    password: demoPassword,
    iterations: 300_000,
    out: join(dir, 'patient.pfx'),
  });
  const page = await openKeyStep(extension);
  await importPfx(page, slow, { filePassword: demoPassword });
  await expect(present(page)).toBeVisible({ timeout: 30_000 });
});

test('two passwords for signing that differ: said, and nothing is opened', async ({ extension, world }) => {
  const page = await openKeyStep(extension);
  await page.getByLabel(say('pfx.file'), { exact: true }).setInputFiles(world.pki.pfx.full);
  await page.getByLabel(say('pfx.file-password'), { exact: true }).fill(demoPassword);
  await page.getByLabel(say('pfx.password'), { exact: true }).fill(demoPassword);
  const again = page.getByLabel(say('pfx.password-again'), { exact: true });
  await again.fill(`${demoPassword}x`);
  await importButton(page).click();
  await expect(page.getByText(say('pfx.passwords-differ'))).toBeVisible();
  await expect(again).toHaveAttribute('aria-invalid', 'true');
  await expect(present(page)).toBeHidden();
  await again.fill(demoPassword);
  await importButton(page).click();
  await expect(present(page)).toBeVisible({ timeout: 15_000 });
});

/** The longest time within `duringMs` in which the page's own thread did nothing, ms. */
function longestSilence(page: Page, duringMs: number): Promise<number> {
  return page.evaluate(
    (during) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let before = start;
        let longest = 0;
        const beat = setInterval(() => {
          const now = performance.now();
          longest = Math.max(longest, now - before);
          before = now;
          if (now - start < during) return;
          clearInterval(beat);
          resolve(longest);
        }, 20);
      }),
    duringMs,
  );
}
