import { expect, type Page } from '@playwright/test';
import { legalDay, systemClock } from '@/lib/base';
import { say } from '@/lib/words';
import { demoHistory } from './history';

const SEED = 2026;
/** Set-up names suppliers after their names; the history is to be theirs. */
const ids = { meridian: 'meridian-drug', harbor: 'harbor-wholesale', cascade: 'cascade-health-supply' };

/** Imports two years of orders at the form that the page shows: the last step of set-up. */
export async function importDemoHistory(page: Page): Promise<void> {
  const today = legalDay(systemClock.now(), 'America/Chicago');
  const csv = Object.entries(ids).reduce(
    (text, [short, id]) => text.replaceAll(`,${short},`, `,${id},`),
    demoHistory({ today, seed: SEED }),
  );
  const file = { name: 'orders-of-two-years.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel(say('history.file'), { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: say('history.import'), exact: true }).click();
  await expect(
    page.getByText(say('history.taken', { count: csv.trim().split('\n').length - 1 })),
  ).toBeVisible({
    timeout: 60_000,
  });
}
