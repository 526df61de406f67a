import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderNumber } from '@/lib/base';
import { draftOf } from '@/lib/order';
import { pageHash, type SeenPage } from '@/lib/portal';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, text, type LineText } from '@/tests/desk/seen-page';
import { sampleOrder, signed } from '@/tests/support/orders';
import { compareSigned, lookAtPage, openRequest, voidChanged } from './background';

const URL = 'https://meridian.example/review';
const NUMBER = '26X900001' as OrderNumber;
const DOCUMENT = 'document-1';
const cart = (...lines: readonly LineText[]) => seenPage({ lines: lines.map(seenLine) });
const signedCart = cart(oxycodone, methylphenidate);
const more = { ...oxycodone, packages: '8' };

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

async function open(page = signedCart, delivery: 'page-field' | 'page-api' = 'page-field') {
  const { draft, supplier } = await lookAtPage(world.ports, page, URL);
  const binding = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: DOCUMENT };
  return openRequest(world.ports, {
    ...{ id: 'request-1', mode: 'now', draft, pageHash: pageHash(page), page: binding, delivery },
    supplierId: supplier?.id ?? null,
  });
}

/** As it is once the signer approved what the cart shows. */
async function sign(delivery?: 'page-field' | 'page-api'): Promise<void> {
  const { request, version } = await open(signedCart, delivery);
  const lines = request.draft.lines.map((line) => ({
    ...line,
    ...{ packageSize: line.packageSize ?? 100, packages: line.packages ?? 0, schedule: line.schedule ?? '2' },
  })) as unknown as typeof sampleOrder.lines;
  const order = { ...sampleOrder, number: NUMBER, lines };
  expect(draftOf(order).lines).toHaveLength(2);
  await world.ports.archive.append({
    ...{ commandId: 'sign', who: 'person-1', orderId: request.id, expectedVersion: version },
    events: [
      {
        type: 'order.signed',
        payload: { ...signed(order), requestId: request.id, supplierId: request.supplierId },
      },
    ],
  });
}

async function compare(page: SeenPage, documentId = DOCUMENT) {
  const looked = await lookAtPage(world.ports, page, URL);
  return compareSigned(world.ports, looked, { page, url: URL, documentId });
}
const differs = async () => (await world.ports.archive.order('request-1'))?.pageDiffers;
const due = async () =>
  (await world.desk.due()).items.filter(({ kind }) => kind === 'page-differs').map(({ level }) => level);

describe('a page after its order was signed', () => {
  it('that shows what was signed says nothing, however often it is looked at', async () => {
    await sign();
    expect(await compare(signedCart)).toEqual({ recorded: false, alarm: null, notice: null });
    expect(await differs()).toBeUndefined();
    expect(await due()).toEqual([]);
  });

  it('that shows another quantity is shouted at, recorded once, and due until it is put right', async () => {
    await sign();
    const { recorded, alarm } = await compare(cart(more, methylphenidate));
    expect(recorded).toBe(true);
    expect(alarm).toMatch(/OXYCODONE.*shows 8 packages where 3 were signed/);
    expect(await differs()).toEqual([{ what: 'packages', name: oxycodone.description, signed: 3, shown: 8 }]);
    expect(await due()).toEqual(['loud']);
    expect((await compare(cart(more, methylphenidate))).recorded).toBe(false);
    expect(await compare(signedCart)).toMatchObject({ recorded: true, alarm: null });
    expect(await due()).toEqual([]);
  });

  it('is compared by the number that it shows, wherever it is', async () => {
    await sign();
    const confirmation = { ...cart(oxycodone), orderNumber: text(NUMBER) };
    expect((await compare(confirmation, 'another-document')).alarm).toMatch(/METHYLPHENIDATE.*no longer/);
    const added = { ...oxycodone, ndc: '99901-0130-01', description: 'FENTANYL 25MCG/HR PATCH' };
    const grown = { ...cart(oxycodone, methylphenidate, added), orderNumber: text(NUMBER) };
    expect((await compare(grown, 'another-document')).alarm).toMatch(/FENTANYL.*nobody signed/);
  });

  it('may lack lines that it says it doesn’t show', async () => {
    await sign();
    const part = { ...cart(oxycodone), orderNumber: text(NUMBER), missing: { shown: 1, stated: 2 } };
    expect((await compare(part)).alarm).toBeNull();
  });

  it('of a shipment may show less: a line may have been cut', async () => {
    await sign();
    const shipment = (packages: string): SeenPage => ({
      ...cart({ ...oxycodone, packages }),
      ...{ kind: 'shipment', orderNumber: text(NUMBER) },
    });
    expect((await compare(shipment('2'))).alarm).toBeNull();
    expect((await compare(shipment('4'))).alarm).not.toBeNull();
  });

  it('is nothing to another document, another cart, or a site that has its order already', async () => {
    await sign('page-api');
    expect((await compare(cart(more, methylphenidate))).alarm).toBeNull();
    expect((await compare(cart(more, methylphenidate), 'another-document')).alarm).toBeNull();
    expect(
      (await compare(cart({ ...oxycodone, ndc: '99901-0130-01', description: 'FENTANYL' }))).alarm,
    ).toBeNull();
  });
});

describe('a page that changes after its review was begun', () => {
  it('says so, and its next review takes the place of the first', async () => {
    await open();
    expect((await compare(signedCart)).notice).toBeNull();
    const changed = cart(more, methylphenidate);
    expect((await compare(changed)).notice).toMatch(/changed after its review/);
    await voidChanged(world.ports, DOCUMENT, pageHash(signedCart));
    expect(await world.ports.archive.openRequests()).toHaveLength(1);
    await voidChanged(world.ports, DOCUMENT, pageHash(changed));
    expect((await world.ports.archive.request('request-1'))?.state).toMatchObject({ phase: 'void' });
    expect((await compare(changed)).notice).toBeNull();
  });
});
