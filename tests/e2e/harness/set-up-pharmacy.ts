import { expect, type Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoRegistrants, type DemoSupplier } from '../../pki/demo-registrants';
import { demoPassword, demoSignerName, type DemoSubscriberId } from '../../pki/demo-subscribers';
import type { Extension } from './extension';
import type { World } from './start-world';

export const demoPin = '2468';
export const demoTechnician = 'Lee Park';

interface SetUpOptions {
  /** Whose PFX is imported. `later`: that step is left for later. */
  readonly pfx?: DemoSubscriberId | 'later';
  /** Brings the key in at its step, where it doesn't come from a PFX file. */
  readonly bringKey?: (page: Page) => Promise<void>;
  /** For signing, and of the people; of their own where a test looks for them afterwards. */
  readonly password?: string;
  readonly pin?: string;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const goOn = (page: Page) => press(page, say('setup.next'));

async function enterRegistrant(page: Page): Promise<void> {
  const { name, deaNumber, address } = demoRegistrants.pharmacy;
  await page.getByLabel(say('form.dea'), { exact: true }).fill(deaNumber);
  await page.getByLabel(say('form.registrant-name'), { exact: true }).fill(name);
  await enterAddress(page, address);
  await page.getByLabel(say('form.zone'), { exact: true }).selectOption('America/Chicago');
  await press(page, say('form.save-registrant'));
}

async function enterAddress(
  page: Page,
  { street, city, state, zip }: DemoSupplier['address'],
): Promise<void> {
  await page.getByLabel(say('form.street'), { exact: true }).fill(street);
  await page.getByLabel(say('form.city'), { exact: true }).fill(city);
  await page.getByLabel(say('form.state'), { exact: true }).fill(state);
  await page.getByLabel(say('form.zip'), { exact: true }).fill(zip);
}

async function addPerson(
  page: Page,
  name: string,
  role: 'signer' | 'technician',
  pin: string,
): Promise<void> {
  await page.getByLabel(say('ui.who.name'), { exact: true }).fill(name);
  await page.getByLabel(say('form.role'), { exact: true }).selectOption(role);
  await page.getByLabel(say('ui.who.pin'), { exact: true }).fill(pin);
  await press(page, say('form.add-person'));
  await expect(page.getByRole('list', { name: say('setup.present') }).getByText(name)).toBeVisible();
}

async function trustRoot(page: Page, root: string): Promise<void> {
  await page.getByLabel(say('root.file')).setInputFiles(root);
  await page.getByRole('checkbox', { name: say('root.compared') }).check();
  await press(page, say('root.trust'));
  await expect(page.getByRole('list', { name: say('setup.present') })).toBeVisible();
}

/** Fills and sends the form for a PFX file; what comes of it is the caller's to look at. */
export async function importPfx(
  page: Page,
  file: string,
  { filePassword, password = demoPassword }: { readonly filePassword: string; readonly password?: string },
): Promise<void> {
  await page.getByLabel(say('pfx.file'), { exact: true }).setInputFiles(file);
  await page.getByLabel(say('pfx.file-password'), { exact: true }).fill(filePassword);
  await page.getByLabel(say('pfx.password'), { exact: true }).fill(password);
  await page.getByLabel(say('pfx.password-again'), { exact: true }).fill(password);
  await press(page, say('pfx.import'));
}

/** Adds a supplier at the set-up's step for them. */
export async function addSupplier(page: Page, world: World, supplier: DemoSupplier): Promise<void> {
  await page.getByLabel(say('supplier.name'), { exact: true }).fill(supplier.name);
  await page.getByLabel(say('sign.supplier.deaNumber'), { exact: true }).fill(supplier.deaNumber);
  await enterAddress(page, supplier.address);
  await page.getByLabel(say('supplier.host'), { exact: true }).fill(new URL(world.urls[supplier.id]).host);
  await page
    .getByLabel(say('supplier.mode'), { exact: true })
    .selectOption(supplier.id === 'cascade' ? 'companion' : 'integrated');
  if (supplier.id === 'meridian')
    await page.getByLabel(say('supplier.selector'), { exact: true }).fill('#signed-order');
  await press(page, say('supplier.save'));
  await expect(page.getByRole('list', { name: say('setup.present') }).getByText(supplier.name)).toBeVisible();
}

/** Brings in a subscriber's PFX at the step for it. */
export async function importKey(
  page: Page,
  world: World,
  pfx: DemoSubscriberId,
  password = demoPassword,
): Promise<void> {
  await importPfx(page, world.pki.pfx[pfx], { filePassword: demoPassword, password });
  await keyIsPresent(page);
}

const keyIsPresent = (page: Page) =>
  expect(page.getByRole('list', { name: say('setup.present') })).toBeVisible({ timeout: 15_000 });

async function allowLists(page: Page): Promise<void> {
  const allow = page.getByRole('button', { name: say('crl.allow') });
  await allow.click();
  await expect(allow).toBeHidden();
}

/** The set-up's step for certificates. */
export const openKeyStep = (extension: Extension) => extension.open('workspace.html#/setup/certificate');

/**
 * Walks the first run as a user does, in the workspace: registration, people, root, certificate with its key, the three
 * suppliers with their sites allowed. Answers the workspace page, at the last step.
 */
export async function setUpPharmacy(
  extension: Extension,
  world: World,
  { pfx = 'full', password = demoPassword, pin = demoPin, bringKey }: SetUpOptions = {},
): Promise<Page> {
  await extension.allowPrompt('http://localhost', 'https://localhost');
  const page = await extension.open('workspace.html#/setup');
  await press(page, say('nature.begin'));
  await enterRegistrant(page);
  await addPerson(page, demoSignerName, 'signer', pin);
  await addPerson(page, demoTechnician, 'technician', pin);
  await goOn(page);
  await trustRoot(page, world.pki.root);
  await goOn(page);
  if (bringKey) {
    await bringKey(page);
    await keyIsPresent(page);
  } else if (pfx !== 'later') await importKey(page, world, pfx, password);
  if (pfx !== 'later') await allowLists(page);
  await press(page, say(pfx === 'later' ? 'setup.later' : 'setup.next'));
  const { meridian, harbor, cascade } = demoRegistrants.suppliers;
  for (const supplier of [meridian, harbor, cascade]) await addSupplier(page, world, supplier);
  await goOn(page);
  return page;
}
