import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderEventsOf, type Envelope } from '@/lib/archive';
import type { SomReasonGiven } from '@/lib/order';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { approveRequest, lookAtPage, openRequest } from '../background';
import { openDesk } from '../open-desk';
import { voidRequest } from '../requests';
import type { PreparedDocument, SignEdits } from '../views';

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

const edits = (): SignEdits => ({ certificate, lines: {}, supplier: {} });
const pageOf = (packages: number) =>
  seenPage({ lines: [seenLine({ ...oxycodone, packages: String(packages) })] });

async function ask(packages: number, host = 'meridian', tabId = 1): Promise<string> {
  const page = pageOf(packages);
  const looked = await lookAtPage(world.ports, page, `https://${host}.example/review`);
  const id = `request-${(requests += 1)}`;
  await openRequest(world.ports, {
    ...{ id, mode: 'now', draft: looked.draft, pageHash: pageHash(page), delivery: 'page-field' },
    page: { origin: `https://${host}.example`, tabId, frameId: 0, documentId: id },
    supplierId: looked.supplier?.id ?? null,
  });
  return id;
}

const prepare = (id: string) => world.desk.prepareDocument(id, edits());
const typesOf = async (id: string) => (await world.ports.archive.events(id)).map(({ type }) => type);

const unitsShown = async (id: string) =>
  (await world.ports.archive.events(id)).flatMap((event) =>
    event.type === 'request.warned' ? event.payload.substances.map(({ units }) => units) : [],
  );

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
  it('is put on record when it is shown, with what was shown, and again where that changed', async () => {
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
    const larger = { ...edits(), lines: { 1: { packageSize: 200 } } };
    for (const shown of [larger, larger, edits()]) await world.desk.noteWarning(id, shown);
    await Promise.all([world.desk.noteWarning(id, larger), world.desk.noteWarning(id, larger)]);
    await world.desk.noteWarning(id, edits());
    expect(await unitsShown(id)).toEqual([3000, 6000, 3000, 6000, 3000]);
    await voidRequest(world.ports, id, { code: 'signing/page-gone', params: {} });
    await world.desk.noteWarning(id, edits());
    expect((await typesOf(id)).at(-1)).toBe('request.voided');
    await expect(world.desk.noteWarning('nobody', edits())).rejects.toMatchObject({
      code: 'signing/request-unknown',
    });
  });

  it('shows a supplier’s page its level, and nothing of what was ordered elsewhere', async () => {
    const { view } = await lookAtPage(world.ports, pageOf(30), 'https://meridian.example/review');
    expect(view).toMatchObject({ level: 'stop', levelWord: 'Stop and document' });
    // A hold is told by keys that say nothing, and by the rules that it cites.
    const told = JSON.stringify({ ...view, hold: view?.hold?.reasons }).replaceAll(/21 CFR [\d.()a-z]+/g, '');
    expect(view?.hold?.keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
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

describe('what was shown last', () => {
  it('is on record with the signature, whatever came in between', async () => {
    const id = await ask(33);
    const larger = { ...edits(), lines: { 1: { packageSize: 200 } } };
    await world.desk.noteWarning(id, larger);
    await approve(id, 33, await prepare(id), { reason: REASON });
    expect(await unitsShown(id)).toEqual([6600, 3300]);
    expect((await typesOf(id)).at(-1)).toBe('order.signed');
  });

  it('is no reason not to sign where it is recorded at the same moment', async () => {
    const id = await ask(34);
    const { document } = await prepare(id);
    const ports = world.approvalPorts(pageOf(34));
    const append: typeof ports.archive.append = async (command) => {
      if (command.commandId === `sign-${id}`) await world.desk.noteWarning(id, edits());
      return ports.archive.append(command);
    };
    await world.unlock(certificate);
    await approveRequest({ ...ports, archive: { ...ports.archive, append } }, world.crls, {
      ...{ requestId: id, document: document ?? '', edits: edits(), reason: REASON },
    });
    expect((await world.ports.archive.request(id))?.state.phase).toBe('signed');

    // And the other way round: a request that was closed meanwhile is left alone.
    const other = await ask(36);
    const noting: typeof ports.archive.append = async (command) => {
      if (command.commandId.startsWith('warned-')) await world.desk.refuse(other, 'Not now');
      return ports.archive.append(command);
    };
    const archive = { ...world.ports.archive, append: noting };
    await openDesk({ ...world.ports, archive }).noteWarning(other, edits());
    expect(await typesOf(other)).toEqual(['request.opened', 'request.refused']);
  });

  it('doesn’t outweigh a refusal at the same moment', async () => {
    const id = await ask(35);
    const shown = await prepare(id);
    const both = await Promise.allSettled([
      approve(id, 35, shown, { reason: REASON }),
      world.desk.refuse(id, 'Not now'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'signing/request-closed' },
    });
    expect((await typesOf(id)).filter((type) => /signed|refused/.test(type))).toHaveLength(1);
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

  it('isn’t asked of what was signed for after all, waits elsewhere, or can’t be compared', async () => {
    world.ports.now += 10 * DAY_MS;
    const large = await ask(50);
    await world.desk.noteWarning(large, edits());
    const small = await ask(6);
    const loweredOf = async (given = edits()) =>
      (await world.desk.prepareDocument(small, given)).lowered.map(({ fromUnits }) => fromUnits);
    // On the same page it gave way to the smaller one.
    expect(await loweredOf()).toEqual([5000]);
    const onTab = await ask(7, 'meridian', 2);
    expect((await prepare(onTab)).lowered).toEqual([]);
    await world.desk.refuse(large, 'Ordered in two parts');
    expect((await prepare(onTab)).lowered).toMatchObject([{ fromUnits: 5000 }]);
    // As much of the drug in larger packages is not less.
    expect(await loweredOf({ ...edits(), lines: { 1: { packageSize: 900 } } })).toEqual([]);

    world.ports.now += 60_000;
    const again = await ask(51);
    await approve(again, 51, await prepare(again), { reason: REASON });
    expect(await loweredOf()).toEqual([]);
  });
});
