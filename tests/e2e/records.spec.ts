import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoRegistrants } from '../pki/demo-registrants';
import { expect, recordAct, test } from './harness';

test.use({ pharmacy: 'ready' });

const { meridian } = demoRegistrants.suppliers;

interface Line {
  readonly name: string;
  readonly schedule: '2' | '4';
  readonly packages: string;
}

async function fillLine(page: Page, { name, schedule, packages }: Line): Promise<void> {
  const line = page.getByRole('group', { name: say('record.line', { line: 1 }) });
  await line.getByLabel(say('record.line.name')).fill(name);
  await line.getByLabel(say('record.line.schedule')).selectOption(schedule);
  await line.getByLabel(say('record.line.size')).fill('100');
  await line.getByLabel(say('record.line.packages')).fill(packages);
}

/** What the list says is still to be done with the one record of a kind. */
const stillToDo = (page: Page, kind: 'paper-222' | 'invoice' | 'loss') =>
  page
    .getByRole('row')
    .filter({ hasText: say(`beside.kind.${kind}`) })
    .locator('td')
    .last();

test('a paper 222, an invoice and a loss: entered, received, told to DEA', async ({ extension }) => {
  const page = await extension.open('workspace.html#/records');
  const enter = (kind: 'paper-222' | 'invoice' | 'loss') =>
    page
      .getByRole('navigation', { name: say('records.enter') })
      .getByRole('link', { name: say(`beside.kind.${kind}`) })
      .click();
  const back = () => page.getByRole('link', { name: say('workspace.nav.records') }).click();

  await enter('paper-222');
  await page.getByLabel(say('record.other')).fill(meridian.name);
  await page.getByLabel(say('record.other-dea')).fill(meridian.deaNumber);
  await page.getByLabel(say('record.reference.paper-222')).fill('201234567');
  await fillLine(page, { name: 'Hydromorphone HCl 4 mg', schedule: '2', packages: '2' });
  await recordAct(page, say('record.save'));
  await expect(page.getByText(say('records.open.receipt'))).toBeVisible();
  await page.getByRole('button', { name: say('records.receive') }).click();
  const count = page.getByRole('dialog');
  await count.getByLabel(/^Packages received of line 1/).fill('2');
  await recordAct(count, say('records.receive'));
  await expect(count).toBeHidden();
  await expect(page.getByText(/2 packages received on .*, counted by Dana Okafor/)).toBeVisible();

  await back();
  await enter('invoice');
  await page.getByLabel(say('record.other')).fill(meridian.name);
  await page.getByLabel(say('record.reference.invoice')).fill('INV-20071');
  await fillLine(page, { name: 'Lorazepam 1 mg', schedule: '4', packages: '3' });
  await recordAct(page, say('record.save'));
  await expect(page.getByText(say('records.open.receipt'))).toBeVisible();

  await back();
  await enter('loss');
  await fillLine(page, { name: 'Oxycodone HCl 10 mg', schedule: '2', packages: '1' });
  await recordAct(page, say('record.save'));
  await expect(page.getByText(say('records.open.notice'))).toBeVisible();
  const loss = page.url();
  const today = await extension.open('workspace.html');
  await expect(today.getByText(say('due.loss-notice'))).toBeVisible();
  await expect(today.getByText(say('due.loss-form-106'))).toBeVisible();
  await expect(today.getByText(say('due.beside-receipt.invoice'))).toBeVisible();
  await today
    .getByRole('button', { name: say('ui.action.record') })
    .first()
    .click();
  await expect(today).toHaveURL(loss);

  await today.getByRole('button', { name: say('records.notice') }).click();
  const told = today.getByRole('dialog');
  await told.getByLabel(say('records.notice-how')).fill('E-mail to the Chicago field office');
  await recordAct(told, say('records.notice'));
  await expect(told).toBeHidden();
  await today.getByRole('button', { name: say('records.form-106') }).click();
  await told.getByLabel(say('records.form-106-reference')).fill('106-2026-0412');
  await recordAct(told, say('records.form-106'));
  await expect(told).toBeHidden();
  await today.getByRole('link', { name: say('workspace.nav.records') }).click();
  await expect(stillToDo(today, 'paper-222')).toHaveText(say('records.open.none'));
  await expect(stillToDo(today, 'invoice')).toHaveText(say('records.open.receipt'));
  await expect(stillToDo(today, 'loss')).toHaveText(say('records.open.none'));
});
