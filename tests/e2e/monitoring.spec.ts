import { addDays, legalDay, systemClock } from '@/lib/base';
import { say } from '@/lib/words';
import { expect, recordAct, test } from './harness';
import { brokenRules } from './harness/broken-rules';

test.use({ pharmacy: 'ready' });

const WEEKS = 56;
const UNUSUAL = 14;

/** A year of weekly orders of one product at two suppliers; the last is seven times the usual. */
function orders(): string {
  const today = legalDay(systemClock.now(), 'America/Chicago');
  const rows = Array.from({ length: WEEKS }, (_, week) => {
    const supplier = week % 4 === 1 ? 'harbor-wholesale' : 'meridian-drug';
    return `${addDays(today, -7 * week)},${supplier},97104055201,Oxycodone HCl 5 mg tablet,100,${week === 0 ? UNUSUAL : 2}`;
  });
  return ['date,supplier,ndc,product,package_size,packages', ...rows].join('\n');
}

/** Two drugs a day for ninety days, with a column that nobody here may keep. */
function fills(): string {
  const today = legalDay(systemClock.now(), 'America/Chicago');
  const rows = Array.from({ length: 90 }, (_, ago) => {
    const date = addDays(today, -ago);
    return `${date},Lisinopril 10 mg tablet,900,Doe\n${date},Oxycodone HCl 5 mg tablet,60,Roe`;
  });
  return ['Date,Drug,Quantity,Patient', ...rows].join('\n');
}

test('a year of orders as pictures and figures: what is unusual, a limit of one’s own, a request on paper', async ({
  extension,
}) => {
  const page = await extension.open('workspace.html#/setup/history');
  await page.getByLabel(say('history.file'), { exact: true }).setInputFiles({
    ...{ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders()) },
  });
  await page.getByRole('button', { name: say('history.import'), exact: true }).click();
  await expect(page.getByText(say('history.taken', { count: WEEKS }))).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: say('monitoring.title') }).click();
  const row = page.getByRole('row', { name: /Oxycodone/ });
  await expect(row.getByText(say('level.stop'))).toBeVisible();
  await expect(row.getByText(/1,400 units; your usual order is 200/)).toBeVisible();
  await expect(page.getByText(say('ui.loading'))).toHaveCount(0);
  const broken = await brokenRules(page, 'monitoring');

  await row.getByRole('link', { name: 'Oxycodone' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Oxycodone' })).toBeVisible();
  await page.getByText(say('chart.as-table')).first().click();
  await expect(page.getByRole('row', { name: /so far/ })).toContainText(/1,[4-9]00|2,000/);
  await page.getByRole('button', { name: say('monitoring.limit-set') }).click();
  await page.getByLabel(say('monitoring.limit-units')).fill('2,500');
  await recordAct(page.getByRole('dialog'), say('monitoring.limit-save'));
  await expect(page.getByText(say('monitoring.limit-saved', { units: '2,500' }))).toBeVisible();
  await expect(page.getByText(say('chart.limit', { units: '2,500' }))).toBeVisible();
  broken.push(...(await brokenRules(page, 'substance')));

  await page.getByRole('link', { name: say('increase.open') }).click();
  await page.getByLabel(say('increase.supplier')).selectOption('meridian-drug');
  await page.getByLabel(say('increase.units')).fill('3000');
  await page.getByLabel(say('increase.reason'), { exact: true }).selectOption('pharmacy-closed');
  await page.getByLabel(say('increase.detail')).fill('Lakeside Drug on 4th Street closed on 30 October');
  await page.getByRole('button', { name: say('increase.show') }).click();
  await expect(page.getByText(/3,000 dosage units of oxycodone/)).toBeVisible();
  await expect(page.getByText(/Harbor/)).toHaveCount(0);
  await page.getByRole('button', { name: say('increase.record') }).click();
  await recordAct(page.getByRole('dialog'), say('increase.record'));
  await expect(page.getByText(say('increase.recorded'))).toBeVisible();
  broken.push(...(await brokenRules(page, 'increase')));

  for (const place of ['ratios', 'products']) {
    await page.goto(extension.url(`workspace.html#/monitoring/${place}`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(say('ui.loading'))).toHaveCount(0);
    broken.push(...(await brokenRules(page, place)));
  }
  expect(broken).toEqual([]);

  await page.goto(extension.url('workspace.html#/monitoring/ratios'));
  await page.getByLabel(say('dispensing.file')).setInputFiles({
    ...{ name: 'fills.csv', mimeType: 'text/csv', buffer: Buffer.from(fills()) },
  });
  await expect(page.getByText(say('dispensing.dropped', { count: 1, names: 'Patient' }))).toBeVisible();
  await page.getByRole('button', { name: say('dispensing.import') }).click();
  await expect(page.getByText(say('ratios.source.dispensing'))).toBeVisible();
  await page.goto(extension.url('workspace.html#/archive'));
  await page.getByRole('button', { name: say('archive.verify') }).click();
  await expect(page.getByText(/records, all as they were written/)).toBeVisible({ timeout: 30_000 });
});
