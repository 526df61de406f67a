import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderEventsOf, type Envelope } from '@/lib/archive';
import type { SomReasonGiven } from '@/lib/order';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { approveRequest, lookAtPage, openRequest } from '../background';
import { voidRequest } from '../requests';
import type { PreparedDocument } from '../views';

const REASON: SomReasonGiven = { kind: 'hospice-ltc', detail: 'Hill Country Hospice since June' };
const DAY_MS = 86_400_000;

let world: DeskWorld;
let certificate: string;
let requests = 0;
beforeAll(async () => {
  world = await deskWorld();
  await bringUsualHistory(world.desk);
  certificate = await world.importPfx('full');
  const { certificates } = await world.ports.archive.directory();
  await world.desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
});

const edits = () => ({ certificate, lines: {}, supplier: {} });
const pageOf = (packages: number) =>
  seenPage({ lines: [seenLine({ ...oxycodone, packages: String(packages) })] });

async function ask(packages: number, host = 'meridian'): Promise<string> {
  const page = pageOf(packages);
  const looked = await lookAtPage(world.ports, page, `https://${host}.example/review`);
  const id = `request-${(requests += 1)}`;
  await openRequest(world.ports, {
    ...{ id, mode: 'now', draft: looked.draft, pageHash: pageHash(page), delivery: 'page-field' },
    page: { origin: `https://${host}.example`, tabId: 1, frameId: 0, documentId: id },
    supplierId: looked.supplier?.id ?? null,
  });
  return id;
}

const prepare = (id: string) => world.desk.prepareDocument(id, edits());
const typesOf = async (id: string) => (await world.ports.archive.events(id)).map(({ type }) => type);

async function approve(
  id: string,
  packages: number,
  { document }: PreparedDocument,
  reasons: { readonly reason: SomReasonGiven | null; readonly lowered?: string | null },
): Promise<Envelope<'order.signed'> | undefined> {
  await world.unlock(certificate);
  await approveRequest(world.approvalPorts(pageOf(packages)), world.crls, {
    ...{ requestId: id, document: document ?? '', edits: edits(), ...reasons },
  });
  const events = await world.ports.archive.events(id);
  return events.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
}

describe('an order that is unlike the usual ones', () => {
  it('is put on record once for each level when it is shown, with what was shown', async () => {
    const usual = await ask(3);
    await world.desk.noteWarning(usual, edits());
    expect(await typesOf(usual)).toEqual(['request.opened']);

    const id = await ask(30);
    await world.desk.noteWarning(id, edits());
    await world.desk.noteWarning(id, edits());
    const events = await world.ports.archive.events(id);
    expect(events.map(({ type }) => type)).toEqual(['request.opened', 'request.warned']);
    expect(events[1]?.payload).toMatchObject({
      level: 'stop',
      ruleVersion: expect.stringMatching(/^som-/) as string,
      substances: [{ code: '9143', name: 'oxycodone', units: 3000, level: 'stop' }],
    });
    await voidRequest(world.ports, id, { code: 'signing/page-gone', params: {} });
    await world.desk.noteWarning(id, edits());
    expect(await typesOf(id)).toHaveLength(3);
    await expect(world.desk.noteWarning('nobody', edits())).rejects.toMatchObject({
      code: 'signing/request-unknown',
    });
  });

  it('shows a supplier’s page its level, and nothing of what was ordered elsewhere', async () => {
    const { view } = await lookAtPage(world.ports, pageOf(30), 'https://meridian.example/review');
    expect(view).toMatchObject({ level: 'stop', levelWord: 'Stop and document' });
    const told = JSON.stringify(view);
    const ownLine = { packages: 30, packageSize: 100 };
    expect(view?.lines).toMatchObject([ownLine]);
    const figures = told.replaceAll(/"(packages|packageSize)":\d+|"ndc":"[^"]*"|\d+MG/g, '').match(/\d+/g);
    expect([...new Set(figures)].filter((figure) => figure !== '1')).toEqual([]);
    expect(told).not.toMatch(/harbor|median|usual|units/i);
  });

  it('says what it is compared with, and which slip it looks like', async () => {
    const id = await ask(30);
    const [advice, ...more] = await world.desk.somAdvice(id, edits());
    expect(more).toEqual([]);
    expect(advice).toMatchObject({
      ...{ substanceCode: '9143', level: 'stop', lineNumbers: [1], confidence: 'usual', earlier: null },
      history: { orders: 24, months: 8, suppliers: 2 },
    });
    expect(advice?.checks).toEqual([
      'It is exactly ten times 300 units, which is usual here. A zero too many?',
      expect.stringMatching(/^The product of line 1 is also in .*, which waits for a signature: 3 packages/),
    ]);
    expect(await world.desk.somAdvice(await ask(3), edits())).toEqual([]);
    await world.desk.refuse(id, 'Ten times too many');
  });

  it('is not signed without a reason that says something, and keeps the reason in its parts', async () => {
    const id = await ask(31);
    const shown = await prepare(id);
    expect(shown).toMatchObject({ reasonRequired: true, lowered: [] });
    await world.desk.noteWarning(id, edits());
    for (const [reason, code] of [
      [null, 'signing/reason-required'],
      [{ ...REASON, detail: 'needed' }, 'signing/reason-unspecific'],
      [{ ...REASON, detail: 'hospice and long-term care' }, 'signing/reason-unspecific'],
    ] as const)
      await expect(approve(id, 31, shown, { reason })).rejects.toMatchObject({ code });
    const signed = await approve(id, 31, shown, { reason: REASON, lowered: 'not asked for, so not kept' });
    expect(signed?.payload.circumstances.som).toEqual({
      level: 'stop',
      sentences: shown.somSentences.map(({ text }) => text),
      reason: 'Hospice or long-term care: Hill Country Hospice since June',
      reasonGiven: REASON,
    });
    const again = await ask(32);
    expect((await world.desk.somAdvice(again, edits()))[0]?.earlier).toMatchObject({
      ...{ given: REASON, date: '2026-11-23', whoName: 'Dana Okafor' },
    });
    await world.desk.refuse(again, 'Only looked at');
    const view = await world.desk.order(id);
    expect(view?.timeline.flatMap(({ sentence, details }) => [sentence, ...details])).toEqual(
      expect.arrayContaining([
        'Shown before signing: the order is far from the usual orders',
        'Reason: Hospice or long-term care: Hill Country Hospice since June',
      ]),
    );
  });
});

describe('less than was shown as unusual', () => {
  it('within three days at the same supplier is signed with why, and keeps both quantities', async () => {
    world.ports.now += 10 * DAY_MS;
    const large = await ask(40);
    await world.desk.noteWarning(large, edits());
    await world.desk.refuse(large, 'A zero too many');

    const elsewhere = await prepare(await ask(3, 'harbor'));
    expect(elsewhere.lowered).toEqual([]);
    world.ports.now += DAY_MS;
    const id = await ask(5);
    const shown = await prepare(id);
    expect(shown.lowered).toMatchObject([{ code: '9143', fromUnits: 4000, toUnits: 500, level: 'stop' }]);
    expect(shown.lowered[0]?.sentence).toContain('on Dec 3, 2026 4,000 units were shown here as unusual');
    const reason = shown.reasonRequired ? REASON : null;
    for (const lowered of [null, 'asdf asdf asdf'])
      await expect(approve(id, 5, shown, { reason, lowered })).rejects.toMatchObject({
        code: 'signing/lowered-reason-required',
      });
    const signed = await approve(id, 5, shown, { reason, lowered: 'Typed 40 where 5 were meant' });
    expect(signed?.payload.circumstances.som.lowered).toMatchObject([
      {
        ...{ code: '9143', name: 'oxycodone', fromUnits: 4000, toUnits: 500 },
        reason: 'Typed 40 where 5 were meant',
      },
    ]);
    expect(orderEventsOf(await world.ports.archive.events(id)).length).toBeGreaterThan(1);

    world.ports.now += 3 * DAY_MS;
    expect((await prepare(await ask(4))).lowered).toEqual([]);
  });
});
