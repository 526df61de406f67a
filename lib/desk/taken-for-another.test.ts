import { beforeEach, describe, expect, it } from 'vitest';
import { orderEventsOf } from '@/lib/archive';
import type { OrderNumber } from '@/lib/base';
import type { SeenPage } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, status, text } from '@/tests/desk/seen-page';
import { lookAtPage, trackOrder } from './background';

const URL = 'https://cascade.example/orders/26X100208';
const NUMBER = '26X100208' as OrderNumber;
const DAY = 86_400_000;
const lines = [seenLine(oxycodone), seenLine(methylphenidate)];
const unsure = (words: string) => ({ ...text(words), confidence: 0.7 });

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const look = (page: Partial<SeenPage>) => lookAtPage(world.ports, seenPage({ url: URL, ...page }), URL);
async function track(more: Partial<SeenPage> = {}): Promise<string> {
  const looked = await look({ orderNumber: text(NUMBER), lines, ...more });
  return (await trackOrder(world.ports, looked, 'https://cascade.example')).orderId;
}
const order = (id: string) => world.ports.archive.order(id);

describe('a state that ends an order', () => {
  it('counts under a label, for sure, and not as the end of a checkout', async () => {
    const id = await track();
    const said = (state: SeenPage['state']) =>
      look({ kind: 'shipment', orderNumber: text(NUMBER), state, lines: [] });
    await said(text('Received'));
    await said(text('Void'));
    await said(status('Completed'));
    await said({ ...status('Received'), confidence: 0.7 });
    expect((await order(id))?.phase).toBe('submitted');
    await said(status('Received'));
    expect((await order(id))?.phase).toBe('received');
  });
});

describe('a cart that mentions another order', () => {
  it('isn’t taken for that order, gives no number and changes nothing of it', async () => {
    const id = await track();
    const { about, draft } = await look({ orderNumber: unsure(NUMBER), lines, state: status('Accepted') });
    expect(about).toBeNull();
    expect(draft.number).toBeNull();
    expect((await order(id))?.phase).toBe('submitted');
    const other = await track({ orderNumber: null });
    await look({ kind: 'shipment', orderNumber: unsure('26X100299'), lines });
    expect((await order(other))?.number).toBeNull();
  });
});

describe('what a person withdrew', () => {
  it('isn’t recorded again because a tab still shows it', async () => {
    const id = await track();
    const received = () => look({ kind: 'shipment', orderNumber: text(NUMBER), state: status('Received') });
    await received();
    const event = orderEventsOf(await world.ports.archive.events(id)).at(-1);
    expect(event?.type).toBe('order.portal-received');
    const [dana] = await world.desk.people();
    await world.desk.correctEvent({
      ...{ commandId: 'withdraw', orderId: id, expectedVersion: (await order(id))?.version ?? 0 },
      ...{ personId: dana?.id ?? '', pin: PIN, corrects: event?.id ?? '', replacement: null },
      reason: 'Nothing came in yet',
    });
    const { version } = (await order(id)) ?? {};
    expect((await received()).recorded).toBe(false);
    expect((await order(id))?.version).toBe(version);
  });
});

describe('a tracked order without a number', () => {
  it('isn’t the cart of next week', async () => {
    await track({ orderNumber: null });
    expect((await look({ lines })).about).not.toBeNull();
    world.ports.now += 4 * DAY;
    expect((await look({ lines })).about).toBeNull();
  });

  it('doesn’t get the number of an order of another day', async () => {
    const id = await track({ orderNumber: null });
    const page = { kind: 'shipment', lines } as const;
    await look({ ...page, orderNumber: text('26X100290'), orderDate: text('10/23/2026') });
    expect((await order(id))?.number).toBeNull();
    await look({ ...page, orderNumber: text('26X100291'), orderDate: text('11/23/2026') });
    expect((await order(id))?.number).toBe('26X100291');
  });
});
