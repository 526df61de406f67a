import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../e2e/harness/start-world';
import { portalCustomer, type Customer } from './testing/customer';
import { sampleDocument } from './testing/sample-document';
import { signWithOpenssl } from './testing/sign-with-openssl';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

async function admin(url: string, path: string, body: unknown = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('Cascade, which signs by itself', () => {
  let customer: Customer;
  let number: string;

  beforeEach(async () => {
    await admin(world.urls.cascade, '/admin/reset');
    customer = await portalCustomer(world.urls.cascade, '/signin');
    const [first, second] = world.state.cascade.catalogue.items;
    await customer.post('/cart/add', { sku: first?.itemNumber ?? '' });
    await customer.post('/cart/add', { sku: second?.itemNumber ?? '' });
    await customer.post('/cart/update', {
      [`qty_${first?.itemNumber}`]: '4',
      [`qty_${second?.itemNumber}`]: '2',
    });
    const confirmation = await customer.post('/cart/sign', { pin: '2468' });
    number = /\b\d{2}X[A-Z0-9]{6}\b/.exec(confirmation)?.[0] ?? '';
  });

  it('signs for nobody without a PIN, and gives each order a number of its own', async () => {
    expect(number).toMatch(/^\d\dXCH\d{4}$/);
    await customer.post('/cart/add', { sku: world.state.cascade.catalogue.items[2]?.itemNumber ?? '' });
    expect(await customer.post('/cart/sign', { pin: '' })).toContain('The signing PIN has 4 to 8 digits.');
    expect(await customer.post('/cart/sign', { pin: '2468' })).not.toContain(number);
  });

  it('ships in parts and never more than the balance', async () => {
    expect(
      (await admin(world.urls.cascade, '/admin/ship', { orderNumber: number, lines: { 1: 3 } })).status,
    ).toBe(200);
    expect(await customer.open('/orders')).toContain(`${number} tester 2 Partially Shipped`);
    const beyond = await admin(world.urls.cascade, '/admin/ship', { orderNumber: number, lines: { 1: 2 } });
    expect(beyond.status).toBe(409);
    expect(await beyond.json()).toEqual({ error: 'line 1: 2 of a balance of 1' });
    expect((await admin(world.urls.cascade, '/admin/ship', { orderNumber: number })).status).toBe(200);
    expect(await customer.open(`/orders/${number}`)).toContain('Status Shipped');
  });

  it('records a receipt only with every line checked and the attestation', async () => {
    await admin(world.urls.cascade, '/admin/ship', { orderNumber: number });
    const counted = { rcv_1: '4', rcv_2: '2', date: '2026-11-23', ok_1: 'on', ok_2: 'on' };
    expect(await customer.post(`/orders/${number}/receive`, counted)).toContain('attest before saving');
    expect(await customer.open(`/orders/${number}`)).toContain('Status Shipped');
    expect(await customer.post(`/orders/${number}/receive`, { ...counted, attest: 'on' })).toContain(
      'Status Received',
    );
    expect(world.state.cascade.find(number)?.receivedOn).toBe('2026-11-23');
  });
});

describe('Harbor, over its JSON interface', () => {
  it('takes an order signed for it, refuses one signed for another, ships and receives', async () => {
    const { catalogue, supplier } = world.state.harbor;
    const customer = await portalCustomer(world.urls.harbor, '/api/session');
    const [item] = catalogue.items;
    if (!item) throw new Error('the catalogue is empty');
    await customer.postJson('/api/cart', { itemNumber: item.itemNumber, packages: 5 });
    const cart = [{ lineNumber: 1, item, packages: 5 }];
    const date = world.state.harbor.today();
    const order = (number: string): string => sampleDocument({ number, date, cart });
    const sign = (document: string): string =>
      signWithOpenssl(world.pki.pfx.full, world.pki.password, document);
    const year = date.slice(2, 4);

    const forMeridian = await customer.postJson('/api/orders', { cms: sign(order(`${year}XHT0001`)) });
    expect(forMeridian).toMatchObject({
      accepted: false,
      statement: 'The order is for another supplier (RM1111119).',
    });
    const forHarbor = order(`${year}XHT0002`).replace('RM1111119', supplier.deaNumber);
    expect(await customer.postJson('/api/orders', { cms: sign(forHarbor) })).toEqual({
      accepted: true,
      number: `${year}XHT0002`,
    });

    await admin(world.urls.harbor, '/admin/ship', { orderNumber: `${year}XHT0002` });
    const received = { date, quantities: { 1: 5 } };
    expect(await customer.postJson(`/api/orders/${year}XHT0002/receipt`, received)).toMatchObject({
      status: 'Received',
      items: [{ ordered: 5, shipped: 5, received: 5 }],
    });
  });

  it('answers nothing to who is not signed in, and 400 to what it did not ask for', async () => {
    expect((await fetch(`${world.urls.harbor}/api/orders`)).status).toBe(401);
    expect((await admin(world.urls.harbor, '/api/session', { user: 7 })).status).toBe(400);
    expect((await admin(world.urls.harbor, '/admin/ship', { number: 'x' })).status).toBe(400);
  });
});

describe('Meridian', () => {
  it('does not let a customer’s text become markup', async () => {
    const customer = await portalCustomer(world.urls.meridian, '/signin.asp', '<script>alert(1)</script>');
    const page = await customer.raw('/order/entry.asp');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
  });

  it('records a receipt with its date, and shows it on the shipment page', async () => {
    const [seeded] = world.state.meridian.history();
    const customer = await portalCustomer(world.urls.meridian, '/signin.asp');
    await customer.post('/csos/receive.asp', { csos: seeded?.number ?? '', rcv_1: '2', date: '11/20/2026' });
    expect(await customer.open(`/csos/order.asp?csos=${seeded?.number}`)).toContain('Received 11/20/2026');
  });
});

describe('the revocation lists’ host', () => {
  it('serves DER, and nothing while it is switched off', async () => {
    const crl = async (): Promise<number> => (await fetch(`${world.urls.pki}/sub.crl`)).status;
    expect(await crl()).toBe(200);
    await admin(world.urls.pki, '/admin/crl', { reachable: false });
    expect(await crl()).toBe(503);
    await admin(world.urls.pki, '/admin/crl', { reachable: true });
    expect(await crl()).toBe(200);
  });
});
