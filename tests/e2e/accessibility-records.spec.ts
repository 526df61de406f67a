import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { expect, orderState, recordAct, signedOrders, test, type Extension } from './harness';
import { brokenRules } from './harness/broken-rules';

test.use({ pharmacy: 'ordering' });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** A place of the workspace, and what is pressed there, with the words that show that it came. */
interface State {
  readonly place: string;
  readonly press?: string | RegExp;
  readonly shows?: string;
}

const places: readonly State[] = [
  { place: 'records' },
  { place: 'records/new/paper-222' },
  { place: 'records/new/loss', press: say('record.save') },
  { place: 'settings' },
  { place: 'enrolment' },
  { place: 'setup/history' },
];

const questions: readonly State[] = [
  { place: 'settings', press: say('location.add'), shows: say('form.zone') },
  { place: '', press: new RegExp(`^${say('snooze.open')}`), shows: say('snooze.explain') },
  { place: 'archive', press: say('backup.make'), shows: say('backup.password-again') },
  { place: 'archive', press: say('restore.open'), shows: say('restore.file') },
  { place: 'archive', press: say('inspection.make'), shows: say('inspection.with-som') },
  { place: 'people', press: say('poa.add'), shows: say('poa.file') },
  { place: 'people', press: say('staff.pin'), shows: say('staff.pin-old') },
  { place: 'people', press: say('key-lost.open'), shows: say('key-lost.note') },
];

const ofOrders = ([received, accepted, signed]: readonly string[]): readonly State[] => [
  { place: `orders/${accepted}`, press: say('order-act.void'), shows: say('order-act.void.words') },
  { place: `orders/${accepted}`, press: say('order-act.cancel'), shows: say('order-act.why-told') },
  { place: `orders/${signed}`, press: say('order-act.lose'), shows: say('order-act.why-lost') },
  { place: `orders/${received}`, press: /^Correct: 7 packages received/, shows: say('correct.how') },
  { place: `orders/${received}/print` },
  { place: `orders/${signed}/statements` },
];

/** What is broken in any of these states. */
async function brokenIn(extension: Extension, states: readonly State[]): Promise<string[]> {
  const found: string[] = [];
  const page = await extension.context.newPage();
  for (const { place, press: button, shows } of states) {
    await page.goto(extension.url(`workspace.html#/${place}`));
    // The same place again closes what was opened there.
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    if (button) await press(page, button);
    if (shows) await expect(page.getByText(shows).first()).toBeVisible();
    found.push(...(await brokenRules(page, `${place} ${String(button ?? '')}`)));
  }
  return found;
}

test('places beside ordering keep WCAG 2.2 AA, light and dark', async ({ extension }) => {
  expect(await brokenIn(extension, places)).toEqual([]);
});

test('questions beside ordering keep WCAG 2.2 AA, light and dark', async ({ extension }) => {
  expect(await brokenIn(extension, questions)).toEqual([]);
});

test('what is recorded of an order keeps WCAG 2.2 AA, light and dark', async ({ extension }) => {
  const ids = [];
  for (const number of await signedOrders(extension))
    ids.push(encodeURIComponent((await orderState(extension, number)).orderId));
  expect(await brokenIn(extension, ofOrders(ids))).toEqual([]);
});

test('a loss that was entered keeps WCAG 2.2 AA, light and dark, with its questions', async ({
  extension,
}) => {
  const page = await extension.open('workspace.html#/records/new/loss');
  await page.getByLabel(say('record.line.name')).fill('Oxycodone HCl 10 mg');
  await page.getByLabel(say('record.line.packages')).fill('1');
  await recordAct(page, say('record.save'));
  await expect(page.getByText(say('records.open.notice'))).toBeVisible();
  const found = await brokenRules(page, 'loss');
  await press(page, say('records.notice'));
  await expect(page.getByText(say('records.notice-explain'))).toBeVisible();
  found.push(...(await brokenRules(page, 'loss, told')));
  await page.goto(extension.url('workspace.html#/records'));
  await expect(page.getByRole('table')).toBeVisible();
  found.push(...(await brokenRules(page, 'records, some')));
  expect(found).toEqual([]);
});
