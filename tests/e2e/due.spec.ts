import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { expect, recordAct, test, type Extension } from './harness';

test.use({ pharmacy: 'ordering' });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

interface Browser {
  readonly chrome: {
    readonly notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
    readonly storage: { readonly local: { remove(key: string): Promise<void> } };
  };
}

/** As on the next day: nobody was told anything yet. Answers what the background tells once it has looked again. */
async function toldAnew(extension: Extension): Promise<string[]> {
  const page = await extension.open('popup.html');
  await page.evaluate(async () => {
    const { notifications, storage } = (globalThis as unknown as Browser).chrome;
    await storage.local.remove('notified');
    await notifications.clear('due');
  });
  await page.reload();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  // The background has answered the popup before it tells anybody.
  await extension.badge();
  const told = await page.evaluate(() => (globalThis as unknown as Browser).chrome.notifications.getAll());
  await page.close();
  return Object.keys(told);
}

const time = (at: Date) =>
  at.toLocaleTimeString('en-GB', { timeZone: 'America/Chicago', hour: '2-digit', minute: '2-digit' });

test('badge, popup and page say the same, also of what is put off', async ({ extension }) => {
  const page = await extension.open('workspace.html');
  const dueNow = page.getByText(say('due.submit.signed'));
  await expect(dueNow).toBeVisible();
  const popup = await extension.openPopup();
  await expect(popup.getByRole('heading', { name: say('popup.due', { count: 1 }) })).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('1');

  await page.bringToFront();
  await page.getByRole('button', { name: new RegExp(`^${say('snooze.open')}`) }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel(say('act.reason')).fill('no');
  await recordAct(asked, say('snooze.act'));
  await expect(asked.getByText(/Enter a reason of at least/)).toBeVisible();
  await asked.getByLabel(say('act.reason')).fill('The rep brings it by hand on Tuesday');
  await recordAct(asked, say('snooze.act'));
  await expect(asked).toBeHidden();
  await expect(page.getByRole('heading', { name: say('snooze.section', { count: 3 }) })).toBeVisible();
  await expect(page.getByText(/^Put off until/)).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('');
  await popup.reload();
  await expect(popup.getByText(say('ui.nothing-due'))).toBeVisible();
  await expect(popup.getByRole('heading', { name: say('popup.later', { count: 3 }) })).toBeVisible();
});

test('in quiet hours nothing that can wait notifies; badge and lists stay', async ({ extension }) => {
  expect(await toldAnew(extension)).toEqual(['due']);
  const page = await extension.open('workspace.html#/settings');
  const now = Date.now();
  const hour = 3_600_000;
  await page.getByLabel(say('settings.quietFrom')).fill(time(new Date(now - hour)));
  await page.getByLabel(say('settings.quietUntil')).fill(time(new Date(now + hour)));
  await press(page, say('settings.save'));
  await recordAct(page.getByRole('dialog'), say('settings.save'));
  await expect(page.getByText(say('settings.saved'))).toBeVisible();
  expect(await toldAnew(extension)).toEqual([]);
  expect(await extension.badge()).toBe('1');
});
