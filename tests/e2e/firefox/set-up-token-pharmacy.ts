import { say } from '@/lib/words';
import { demoRegistrants, type DemoAddress } from '../../pki/demo-registrants';
import { demoSignerName } from '../../pki/demo-subscribers';
import { demoPin } from '../harness/set-up-pharmacy';
import type { World } from '../harness/start-world';
import { formOn, type Form } from './form';
import type { FirefoxWithExtension } from './launch-firefox';

const { pharmacy, suppliers } = demoRegistrants;

async function fillAddress(form: Form, { street, city, state, zip }: DemoAddress): Promise<void> {
  await form.fill(say('form.street'), street);
  await form.fill(say('form.city'), city);
  await form.fill(say('form.state'), state);
  await form.fill(say('form.zip'), zip);
}

/**
 * The first run as a user walks it in Firefox, with a key that stays in its token and one supplier. `bringKey` is at the
 * step for certificates.
 */
export async function setUpTokenPharmacy(
  firefox: FirefoxWithExtension,
  world: World,
  bringKey: (form: Form) => Promise<void>,
): Promise<void> {
  await firefox.allow('http://localhost/*');
  const page = await firefox.openExtensionPage('workspace.html#/setup');
  const form = formOn(page);
  await form.press(say('nature.begin'));
  await form.fill(say('form.dea'), pharmacy.deaNumber);
  await form.fill(say('form.registrant-name'), pharmacy.name);
  await fillAddress(form, pharmacy.address);
  await form.choose(say('form.zone'), 'America/Chicago');
  await form.press(say('form.save-registrant'));
  await form.fill(say('ui.who.name'), demoSignerName);
  await form.choose(say('form.role'), 'signer');
  await form.fill(say('ui.who.pin'), demoPin);
  await form.press(say('form.add-person'));
  await form.shows(demoSignerName);
  await form.press(say('setup.next'));
  await form.upload(say('root.file'), world.pki.root);
  await form.tick(say('root.compared'));
  await form.press(say('root.trust'));
  await form.press(say('setup.next'));
  await bringKey(form);
  await form.press(say('setup.next'));
  const { harbor } = suppliers;
  await form.fill(say('supplier.name'), harbor.name);
  await form.fill(say('sign.supplier.deaNumber'), harbor.deaNumber);
  await fillAddress(form, harbor.address);
  await form.fill(say('supplier.host'), new URL(world.urls.harbor).host);
  await form.choose(say('supplier.mode'), 'integrated');
  await form.press(say('supplier.save'));
  await form.shows(harbor.name);
  await page.close();
}
