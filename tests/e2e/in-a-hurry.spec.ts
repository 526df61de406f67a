import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtHarbor,
  orderAtMeridian,
  panelOf,
  refuseOrder,
  signedOrders,
  signOrder,
  test,
} from './harness';

test.use({ pharmacy: 'ready' });

test('a sign window left open after a refusal takes the next order', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 2 });
  await panelOf(page).click(/review and sign/i);
  const window = await extension.signWindow();
  await refuseOrder(window, 'Wrong quantity');

  await orderAtMeridian(page, world, { oxycodone5: 3 });
  await panelOf(page).click(/review and sign/i);
  const number = await signOrder(window, { password: demoPassword });
  expect(extension.signWindows()).toHaveLength(1);
  expect(await signedOrders(extension)).toEqual([number]);
});

test('a site asks from a page that shows no order: the signature is given, not voided', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtHarbor(page, world, { oxycodone10: 1 });
  await page.goto(`${world.urls.harbor}/prices`);
  await page.evaluate(async () => {
    const address = '/page-api/countersign-page-api.mjs';
    const api = (await import(address)) as { requestSignature(ask: object): Promise<{ status: string }> };
    const order = {
      supplier: {
        name: 'Harbor Wholesale',
        deaNumber: 'RH2222228',
        address: {
          street: '77 Dockside Road',
          street2: null,
          city: 'Baltimore',
          state: 'MD',
          postalCode: '21224',
        },
      },
      purchaser: { deaNumber: 'FM1234563' },
      lines: [
        {
          ndc: '97104-0553-01',
          itemNumber: null,
          name: 'Oxycodone HCl 10 mg tablets',
          strength: '10 mg',
          form: 'tablet',
          packageSize: 100,
          packages: 1,
          schedule: 'CII',
        },
      ],
    };
    void api.requestSignature({ order }).then(({ status }) => (document.title = `answer: ${status}`));
  });
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await signOrder(window, { password: demoPassword });
  await expect(page).toHaveTitle('answer: signed');
});
