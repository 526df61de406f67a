import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoRegistrants } from '../pki/demo-registrants';
import { demoPassword, demoSignerName } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  orderState,
  panelOf,
  recordAct,
  signOrder,
  test,
  type Extension,
} from './harness';
import { demoPin, demoTechnician } from './harness/set-up-pharmacy';

test.use({ pharmacy: 'ready' });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const PIC = 'Rosa Lind';
const PIC_PIN = '8642';

/** Somebody takes the keyboard over. */
async function signIn(page: Page, name: string, pin: string): Promise<void> {
  const form = page.locator('.who-form');
  const option = form.locator('option', { hasText: name });
  await form.getByRole('combobox').selectOption(await option.getAttribute('value'));
  await form.getByLabel(say('ui.who.pin'), { exact: true }).fill(pin);
  await form.getByRole('button', { name: say('ui.who.sign-in') }).click();
}

const working = (page: Page) => page.locator('.working strong');

async function addPic(page: Page): Promise<void> {
  const form = page.locator('.form').filter({ has: page.getByLabel(say('form.role')) });
  await form.getByLabel(say('ui.who.name'), { exact: true }).fill(PIC);
  await form.getByLabel(say('form.role')).selectOption('pic');
  await form.getByLabel(say('ui.who.pin'), { exact: true }).fill(PIC_PIN);
  await press(page, say('form.add-person'));
  await expect(page.locator('.people').getByText(PIC)).toBeVisible();
}

const peoplePage = (extension: Extension) => extension.open('workspace.html#/people');

test('a technician prepares, the signer finds it ready and signs; both stand in the record', async ({
  context,
  extension,
  world,
}) => {
  const page = await peoplePage(extension);
  await signIn(page, demoTechnician, demoPin);
  await expect(working(page)).toHaveText(demoTechnician);
  const portal = await context.newPage();
  await orderAtMeridian(portal, world, { oxycodone5: 2 });
  await panelOf(portal).click(/ready to sign/i);
  await panelOf(portal).says(say('panel.notice.prepared'));
  await portal.close();

  await page.bringToFront();
  await signIn(page, demoSignerName, demoPin);
  await expect(working(page)).toHaveText(demoSignerName);
  await page.getByRole('link', { name: say('workspace.nav.today') }).click();
  await expect(page.getByText(say('due.sign.inbox', { count: 1 }))).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${say('ui.action.sign')}`) }).click();
  const window = await extension.signWindow();
  const number = await signOrder(window, { password: demoPassword });
  await window.close();
  const { orderId } = await orderState(extension, number);
  await page.goto(extension.url(`workspace.html#/orders/${encodeURIComponent(orderId)}`));
  const timeline = page.getByRole('region', { name: say('orders.timeline') });
  await expect(timeline).toContainText(demoSignerName);
  await expect(timeline).toContainText(demoTechnician);
});

test('PINs change, a letter is kept with its scan, and who leaves is told to DEA within 6 hours', async ({
  extension,
}) => {
  const page = await peoplePage(extension);
  await addPic(page);
  await press(page, say('staff.pin'));
  const asked = page.getByRole('dialog');
  await asked.getByLabel(say('staff.pin-old')).fill('1111');
  await asked.getByLabel(say('staff.pin-new')).fill('975310');
  await press(page, say('staff.pin-save'));
  await expect(asked.getByRole('alert')).toBeVisible();
  await asked.getByLabel(say('staff.pin-old')).fill(demoPin);
  await press(page, say('staff.pin-save'));
  await expect(page.getByText(say('staff.pin-saved'))).toBeVisible();

  await press(page, say('poa.add'));
  await asked.getByLabel(say('poa.person')).selectOption({ label: `${PIC} · ${say('role.pic')}` });
  await asked.getByLabel(say('poa.since')).fill('2026-01-05');
  const scan = Buffer.from('%PDF-1.4 the letter as it was signed');
  const file = { name: 'poa-lind.pdf', mimeType: 'application/pdf', buffer: scan };
  await asked.getByLabel(say('poa.file')).setInputFiles(file);
  await recordAct(asked, say('poa.save'), { pin: '975310' });
  await expect(asked).toBeHidden();
  const letter = page.getByRole('row').filter({ hasText: PIC });
  await expect(letter).toContainText(say('poa.standing.in-force'));
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    letter.getByRole('button', { name: say('poa.save-file', { name: file.name }) }).click(),
  ]);
  expect(readFileSync(await saved.path())).toEqual(scan);

  await page.getByRole('button', { name: say('staff.leave', { name: demoSignerName }) }).click();
  await recordAct(asked, say('staff.leave', { name: demoSignerName }), { by: PIC, pin: PIC_PIN });
  await expect(asked).toBeHidden();
  const duty = page.getByText(say('duty.poa-departed', { about: demoSignerName }));
  await expect(duty).toBeVisible();
  const today = await extension.open('workspace.html');
  await expect(today.getByText(/DEA is told within 6 hours; [56] hours are left/)).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('1');
  await page.bringToFront();
  await press(page, say('duty.settle'));
  await asked.getByLabel(say('duty.note')).fill('By phone to the CSOS help desk, case 4711');
  await recordAct(asked, say('duty.settle'), { by: PIC, pin: PIC_PIN });
  await expect(page.getByText(new RegExp(`^done .* noted by ${PIC}`))).toBeVisible();
  await expect.poll(() => extension.badge()).toBe('');
});

test('a second location has its own suppliers; whose an order is, the supplier’s page says', async ({
  context,
  extension,
  world,
}) => {
  const { otherPharmacy, pharmacy, suppliers } = demoRegistrants;
  const page = await extension.open('workspace.html#/settings');
  await press(page, say('location.add'));
  const asked = page.getByRole('dialog');
  await asked.getByLabel(say('form.dea'), { exact: true }).fill(otherPharmacy.deaNumber);
  await asked.getByLabel(say('form.registrant-name'), { exact: true }).fill(otherPharmacy.name);
  const { street, city, state, zip } = otherPharmacy.address;
  await asked.getByLabel(say('form.street'), { exact: true }).fill(street);
  await asked.getByLabel(say('form.city'), { exact: true }).fill(city);
  await asked.getByLabel(say('form.state'), { exact: true }).fill(state);
  await asked.getByLabel(say('form.zip'), { exact: true }).fill(zip);
  await asked.getByLabel(say('form.zone'), { exact: true }).selectOption('America/Chicago');
  await recordAct(asked, say('location.save'));
  await expect(asked).toBeHidden();

  const meridian = page.getByRole('group', { name: suppliers.meridian.name });
  const served = meridian.getByRole('checkbox', { name: otherPharmacy.name });
  await served.click();
  await expect(served).not.toBeChecked();
  const place = page.locator('.locations > li').filter({ hasText: otherPharmacy.deaNumber });
  await expect(place).toContainText(say('location.suppliers', { count: 2 }));
  await press(page, say('location.choose', { name: otherPharmacy.name }));
  await expect(place).toContainText(say('location.here'));
  await expect(page.getByLabel(say('location.works-for'))).toHaveValue(otherPharmacy.deaNumber);

  // Meridian's page names its customer: the order is that location's, whichever one this computer works for.
  const portal = await context.newPage();
  await orderAtMeridian(portal, world, { oxycodone5: 1 });
  await panelOf(portal).click(/review and sign/i);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await expect(window.getByText(pharmacy.deaNumber).first()).toBeVisible();
  await expect(window.getByText(otherPharmacy.deaNumber)).toHaveCount(0);
});
