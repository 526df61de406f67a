import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { expect, orderState, recordAct, signedOrders, signOrder, test, type Extension } from './harness';

test.use({ pharmacy: 'ordering' });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialogOf = (page: Page) => page.getByRole('dialog');

async function openOrder(extension: Extension, number: string): Promise<Page> {
  const { orderId } = await orderState(extension, number);
  return extension.open(`workspace.html#/orders/${encodeURIComponent(orderId)}`);
}

/** A sheet of US Letter, in points. */
const LETTER = /\/MediaBox\s*\[\s*0 0 612 792\s*\]/;

test('the supplier voids a line, and a receipt that was counted wrong is corrected: the old value stays', async ({
  extension,
}) => {
  const [received = '', accepted = ''] = await signedOrders(extension);
  const page = await openOrder(extension, accepted);
  await press(page, say('order-act.void'));
  const asked = dialogOf(page);
  await asked.getByRole('radio', { name: say('order-act.void.some') }).check();
  await asked.getByRole('checkbox', { name: /^Line 2/ }).check();
  await asked.getByLabel(say('order-act.void.words')).fill('Line 2 is on allocation; nothing will ship.');
  await recordAct(asked, say('order-act.void'));
  await expect(asked).toBeHidden();
  const voided = page.getByRole('row').filter({ hasText: say('orders.line.voided') });
  await expect(voided).toHaveCount(1);
  await expect(voided).toContainText(/methylphenidate/i);

  const other = await openOrder(extension, received);
  await other.getByRole('button', { name: /^Correct: 7 packages received/ }).click();
  const correction = dialogOf(other);
  await correction.getByLabel(/^Packages of line 1/).fill('5');
  await correction.getByLabel(say('act.reason')).fill('One bottle was counted twice');
  await recordAct(correction, say('correct.yes'));
  await expect(correction).toBeHidden();
  const timeline = other.getByRole('region', { name: say('orders.timeline') });
  await expect(
    timeline
      .locator('del')
      .filter({ hasText: /7 packages received/ })
      .first(),
  ).toBeVisible();
  await expect(timeline).toContainText('One bottle was counted twice');
  expect((await orderState(extension, received)).lines.map((line) => line.received)).toEqual([5, 1]);

  await other.getByRole('link', { name: say('print.action') }).click();
  await expect(other.getByRole('heading', { name: say('print.heading.signed') })).toBeVisible();
  const pdf = (await other.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(LETTER);
});

test('a lost order: its statement is printed, another is signed in its place, and it comes to light', async ({
  extension,
}) => {
  const lost = (await signedOrders(extension)).at(-1) ?? '';
  const page = await openOrder(extension, lost);
  await press(page, say('order-act.lose'));
  const asked = dialogOf(page);
  await asked.getByLabel(say('order-act.why-lost')).fill('The courier’s van burned out');
  await expect(asked.getByText('Reason: The courier’s van burned out')).toBeVisible();
  await recordAct(asked, say('order-act.lose.yes'));
  await expect(asked).toBeHidden();

  await page.getByRole('link', { name: say('orders.print-statement') }).click();
  await expect(page.getByText(/were not received through loss of that order/)).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(LETTER);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.getByRole('link', { name: say('print.back') }).click();

  await press(page, say('order-act.replace'));
  await recordAct(dialogOf(page), say('order-act.replace.yes'));
  await press(page, say('order-act.replace.sign'));
  const window = await extension.signWindow();
  const replacement = await signOrder(window, { password: demoPassword });
  await window.close();
  await page.bringToFront();
  await page.reload();
  await expect(page.getByText(say('orders.replaced-by')).first()).toBeVisible();
  expect((await orderState(extension, lost)).replacedBy?.number).toBe(replacement);
  expect((await orderState(extension, replacement)).replaces?.number).toBe(lost);

  await press(page, say('order-act.turn-up'));
  await dialogOf(page).getByLabel(say('order-act.note')).fill('It lay at the wrong dock');
  await recordAct(dialogOf(page), say('order-act.turn-up.yes'));
  await expect(page.getByText(/It came to light on .*The supplier marks it/).first()).toBeVisible();

  const inPlace = await openOrder(extension, replacement);
  const firstOne = inPlace.getByRole('link', { name: new RegExp(lost.slice(-3)) });
  await expect(firstOne).toBeVisible();
  await expect(inPlace.getByText(say('orders.replaces')).first()).toBeVisible();
});
