import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { keepArchive, putArchiveBack, tamperArchive, tampers } from './harness/tamper-archive';
import { expect, test, type Extension } from './harness';

interface Alarm {
  readonly name: string;
  readonly scheduledTime: number;
  readonly periodInMinutes?: number;
}
interface Scope {
  readonly chrome: {
    readonly alarms: {
      getAll(): Promise<readonly Alarm[]>;
      clearAll(): Promise<boolean>;
      create(name: string, info: object): Promise<void>;
    };
  };
}

const YEAR_MS = 365 * 86_400_000;

/** Alarms by name, as an extension page sees them; it runs no code of the worker's. */
async function alarmsOf(page: Page): Promise<Readonly<Record<string, Alarm>>> {
  const all = await page.evaluate(() => (globalThis as unknown as Scope).chrome.alarms.getAll());
  return Object.fromEntries(all.map((alarm) => [alarm.name, alarm]));
}

/** Ends the worker, and wakes the next one as a page does. */
async function restartWorker(extension: Extension): Promise<void> {
  await extension.killWorker();
  // A popup that closes before it has asked wakes nobody.
  const popup = await extension.openPopup();
  await expect.poll(() => extension.workerRuns()).toBe(true);
  await popup.close();
}

test.use({ pharmacy: 'ready' });

test('alarms that are there are left, those that are gone are made, and one set by a wrong clock is set right', async ({
  extension,
}) => {
  const page = await extension.open('popup.html');
  const before = await alarmsOf(page);
  expect(Object.keys(before).sort()).toEqual(['lists', 'reminders']);
  await restartWorker(extension);
  expect(await alarmsOf(page), 'a worker that starts pushes no alarm ahead').toEqual(before);

  await page.evaluate(() => (globalThis as unknown as Scope).chrome.alarms.clearAll());
  expect(await alarmsOf(page)).toEqual({});
  await restartWorker(extension);
  await expect.poll(async () => Object.keys(await alarmsOf(page)).sort()).toEqual(['lists', 'reminders']);

  const ahead = Math.max(...Object.values(before).map(({ scheduledTime }) => scheduledTime)) + YEAR_MS;
  const { periodInMinutes } = before.reminders ?? {};
  await page.evaluate(
    ([when, period]) =>
      (globalThis as unknown as Scope).chrome.alarms.create('reminders', { when, periodInMinutes: period }),
    [ahead, periodInMinutes] as const,
  );
  await restartWorker(extension);
  await expect
    .poll(async () => (await alarmsOf(page)).reminders?.scheduledTime ?? ahead)
    .toBeLessThan(ahead - YEAR_MS / 2);
});

test('what is changed by hand in the database is named on the page', async ({ extension }) => {
  const page = await extension.open('workspace.html#/archive');
  const verify = page.getByRole('button', { name: say('archive.verify'), exact: true });
  for (const tamper of tampers) {
    await verify.click();
    await expect(page.getByText(/all as they were written/)).toBeVisible();
    await page.evaluate(keepArchive);
    const seq = await page.evaluate(tamperArchive, tamper);
    await verify.click();
    await expect(page.getByText(`at record ${String(seq)} of station`), tamper).toBeVisible();
    await page.evaluate(putArchiveBack);
  }
  await verify.click();
  await expect(page.getByText(/all as they were written/)).toBeVisible();
});

test('the page says what the browser promised about a disk that runs short', async ({ extension }) => {
  const page = await extension.open('workspace.html#/archive');
  const promised = () => page.evaluate(() => navigator.storage.persisted());
  const keep = page.getByRole('button', { name: say('archive.copy.persist'), exact: true });
  const isKept = page.getByText(say('archive.copy.persisted'));
  await expect(keep.or(isKept)).toBeVisible();
  expect(await isKept.isVisible()).toBe(await promised());
  if (await promised()) return;
  await keep.click();
  await expect(isKept.or(page.getByText(say('archive.copy.persist-denied')))).toBeVisible();
  expect(await isKept.isVisible()).toBe(await promised());
});
