import type { Page } from '@playwright/test';
import { addDays, legalDay, systemClock } from '@/lib/base';
import { say } from '@/lib/words';
import { recordAct } from '../e2e/harness/record-act';
import type { Scene } from './scene';

/** Days of fills in the sample report: five blocks of 90. */
const DAYS = 450;
const LIMIT = '10,000';

/** Two years of orders as pictures: every substance, one of them with a limit of the pharmacy's own, and ratios. */
export async function tourMonitoring({ extension, shots }: Scene): Promise<void> {
  const page = await extension.context.newPage();
  const open = async (place: string) => {
    await page.goto(extension.url(`workspace.html#/${place}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  await open('monitoring');
  const oxycodone = page.getByRole('link', { name: 'Oxycodone' });
  await oxycodone.waitFor();
  await shots.take('monitoring', 'Every substance against its own past, all suppliers together', page);
  await oxycodone.click();
  await page.getByRole('button', { name: say('monitoring.limit-set') }).click();
  await page.getByLabel(say('monitoring.limit-units')).fill(LIMIT);
  await recordAct(page.getByRole('dialog'), say('monitoring.limit-save'));
  await page.getByText(say('chart.limit', { units: LIMIT })).waitFor();
  await shots.take(
    'substance',
    'Thirteen months by supplier, what is expected, the pharmacy’s own limit',
    page,
    {
      fullPage: true,
    },
  );
  await open('monitoring/ratios');
  await bringDispensing(page);
  await shots.take(
    'ratios',
    'Highly diverted families beside everything else: the pharmacy’s own trend',
    page,
    {
      fullPage: true,
    },
  );
  await page.close();
}

/** A report of a pharmacy system; its patients' names are dropped while it is read. */
async function bringDispensing(page: Page): Promise<void> {
  const today = legalDay(systemClock.now(), 'America/Chicago');
  const rows = Array.from({ length: DAYS }, (_, ago) => {
    const date = addDays(today, -ago);
    return [
      `${date},Lisinopril 10 mg tablet,${1500 + 40 * (ago % 7)},Doe`,
      `${date},Oxycodone HCl 5 mg tablet,${DAYS - ago + 30 * (ago % 3)},Roe`,
      `${date},Alprazolam 0.5 mg tablet,${60 + 30 * (ago % 2)},Poe`,
    ].join('\n');
  });
  await page.getByLabel(say('dispensing.file')).setInputFiles({
    ...{ name: 'fills.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(['Date,Drug,Quantity,Patient', ...rows].join('\n')),
  });
  await page.getByRole('button', { name: say('dispensing.import') }).click();
  await page.getByText(say('ratios.source.dispensing')).waitFor();
}
