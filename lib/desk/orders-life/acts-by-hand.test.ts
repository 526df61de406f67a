import { beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '@/lib/archive';
import { limits, sha256Hex, toBase64, type DeaNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import type { CountersignError } from '@/lib/base';
import { draftOf, type OrderState, type StoredFile } from '@/lib/order';
import { deskWorld, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import type { ActOnOrder } from './views';

const day = (value: string) => value as PlainDate;
const order = { ...sampleOrder, number: '26X900001' as OrderNumber, date: day('2026-11-20') };
const submitted: NewEvent = { type: 'order.submitted', payload: { how: 'file', seen: { origin: null } } };
const HOUR = 3_600_000;

let world: DeskWorld;
let commands = 0;
beforeEach(async () => {
  world = await deskWorld();
});

const write = (...events: NewEvent[]) =>
  world.ports.archive.append({
    ...{ commandId: `written-${(commands += 1)}`, who: 'system', orderId: 'order-1', events },
  });
const sign = (...more: NewEvent[]) =>
  write({ type: 'order.signed', payload: { ...signed(order), requestId: 'order-1' } }, ...more);
const stateOf = async (): Promise<OrderState> => {
  const state = await world.ports.archive.order('order-1');
  if (!state) throw new Error('no order');
  return state;
};
async function acting(name = 'Dana Okafor'): Promise<ActOnOrder> {
  const person = (await world.desk.people()).find((one) => one.name === name);
  const { version } = await stateOf();
  return {
    ...{ commandId: `act-${(commands += 1)}`, orderId: 'order-1', expectedVersion: version },
    ...{ personId: person?.id ?? '', pin: PIN },
  };
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: CountersignError) => error.code,
  );
const fileOf = (bytes: Uint8Array<ArrayBuffer>): StoredFile => ({
  ...{ name: 'letter.pdf', type: 'application/pdf' },
  ...{ sha256: sha256Hex(bytes), base64: toBase64(bytes) },
});
const small = fileOf(new Uint8Array([37, 80, 68, 70]));
const last = async () => (await world.desk.order('order-1'))?.timeline.at(-1);

describe('where no page tells', () => {
  it('an order is recorded as given to the supplier, and as accepted', async () => {
    await sign();
    expect((await world.desk.due()).items.map(({ kind }) => kind)).toContain('submit');
    const act = await acting();
    await world.desk.recordSubmitted(act);
    await world.desk.recordSubmitted(act);
    expect(await stateOf()).toMatchObject({ phase: 'submitted', version: 2 });
    expect((await last())?.sentence).toContain('given to the supplier');
    expect((await world.desk.due()).items.map(({ kind }) => kind)).not.toContain('submit');
    expect(await code(world.desk.recordSubmitted(await acting()))).toBe('act/known-already');
    await world.desk.recordAccepted(await acting());
    expect(await stateOf()).toMatchObject({ phase: 'accepted', flags: [] });
    expect(await code(world.desk.recordAccepted(await acting()))).toBe('act/known-already');
    // What was taken is voided, not refused.
    expect(
      await code(world.desk.recordNotAccepted({ ...(await acting()), statement: 'No', file: null })),
    ).toBe('act/taken');
    expect(await code(world.desk.recordSubmitted({ ...(await acting()), pin: '0000' }))).toBe(
      'people/wrong-pin',
    );
  });

  it('an order is recorded as not accepted, with the statement and its file, or without one yet', async () => {
    await sign(submitted);
    await world.desk.recordNotAccepted({ ...(await acting()), statement: '', file: null });
    expect(await stateOf()).toMatchObject({ phase: 'not-accepted', statementLinked: false });
    expect((await world.desk.due()).items.map(({ kind }) => kind)).toContain('link-statement');
    expect(await code(world.desk.recordAccepted(await acting()))).toBe('act/refused-before');
    expect(await code(world.desk.recordNotAccepted({ ...(await acting()), statement: '', file: null }))).toBe(
      'act/known-already',
    );
    await world.desk.linkStatement({ ...(await acting()), statement: 'See the letter', file: small });
    expect(await stateOf()).toMatchObject({ statementLinked: true, statement: 'See the letter' });
    expect((await last())?.details[0]).toContain('letter.pdf');
  });

  it('a statement’s file comes with the refusal, in one write', async () => {
    await sign(submitted);
    await world.desk.recordNotAccepted({ ...(await acting()), statement: 'No allotment', file: small });
    expect(await stateOf()).toMatchObject({
      ...{ phase: 'not-accepted', statementLinked: true, statement: 'No allotment', version: 4 },
    });
    expect((await last())?.details[0]).toContain(small.sha256);
    expect((await world.ports.archive.openOrders()).length).toBe(0);
  });

  it('a lost order that came to light is recorded as not accepted, and then nothing is due', async () => {
    await sign(submitted);
    await world.desk.recordLost({ ...(await acting()), text: 'Lost.', date: day('2026-11-23') });
    const refusal = { statement: 'Not Accepted', file: small };
    expect(await code(world.desk.recordNotAccepted({ ...(await acting()), ...refusal }))).toBe(
      'act/not-turned-up',
    );
    await world.desk.recordTurnedUp({ ...(await acting()), date: day('2026-11-23'), note: null });
    expect((await world.desk.possibleActs('order-1'))['not-accept']).toEqual([]);
    await world.desk.recordNotAccepted({ ...(await acting()), ...refusal });
    expect(await stateOf()).toMatchObject({ phase: 'not-accepted', statementLinked: true });
    expect((await world.desk.due()).items.filter(({ orderId }) => orderId === 'order-1')).toEqual([]);
  });

  it('a statement that comes after the purchaser’s own notice is linked all the same, once', async () => {
    await sign(submitted);
    const notice = { text: 'Ship nothing of it.', date: day('2026-11-23') };
    await world.desk.recordCancellation({ ...(await acting()), ...notice });
    const refuse = async () =>
      code(world.desk.recordNotAccepted({ ...(await acting()), statement: 'No allotment', file: small }));
    expect(await refuse()).toBe('done');
    expect(await stateOf()).toMatchObject({ phase: 'cancelled', statement: 'No allotment' });
    expect((await last())?.details[0]).toContain(small.sha256);
    expect(await refuse()).toBe('act/known-already');
  });

  it('and after day 60, unless goods came', async () => {
    const expired: NewEvent = { type: 'order.expired', payload: { on: day('2027-01-19'), balance: [] } };
    await sign(submitted, expired);
    const refuse = async () =>
      code(world.desk.recordNotAccepted({ ...(await acting()), statement: '', file: null }));
    expect(await refuse()).toBe('done');
    expect(await stateOf()).toMatchObject({ phase: 'not-accepted', statementLinked: false });
    expect((await world.desk.due()).items.map(({ kind }) => kind)).toContain('link-statement');
  });

  it('but not of what shipped before', async () => {
    const expired: NewEvent = { type: 'order.expired', payload: { on: day('2027-01-19'), balance: [] } };
    const shipped: NewEvent = {
      type: 'order.shipped',
      payload: { lines: [{ lineNumber: 1, packages: 1 }], date: order.date, seen },
    };
    await sign(submitted, shipped, expired);
    expect(await code(world.desk.recordNotAccepted({ ...(await acting()), statement: '', file: null }))).toBe(
      'act/closed',
    );
  });

  it('goods that came before somebody began to track their order are recorded, and flagged', async () => {
    const draft = draftOf(order);
    await write({ type: 'order.tracked', payload: { number: null, draft, supplierId: 'cascade', seen } });
    const came = { lines: [{ lineNumber: 1, packages: 1 }], date: day('2026-11-19'), note: null };
    expect(await code(world.desk.recordReceipt({ ...(await acting()), ...came }))).toBe('done');
    expect(await stateOf()).toMatchObject({
      lastReceivedOn: '2026-11-19',
      flags: ['received-before-order', 'received-before-shipped'],
    });
  });

  it('of an order signed here no goods can have come before it', async () => {
    await sign(submitted);
    const came = { lines: [{ lineNumber: 1, packages: 1 }], date: day('2026-11-19'), note: null };
    expect(await code(world.desk.recordReceipt({ ...(await acting()), ...came }))).toBe(
      'receipt/date-before-order',
    );
  });

  it('what shipped is recorded by whoever reads the papers, whatever the state, and flagged', async () => {
    await sign(submitted);
    await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const lines = [{ lineNumber: 1, packages: 5 }];
    await world.desk.recordShipped({ ...(await acting('Tess')), lines, date: day('2026-11-22') });
    expect(await stateOf()).toMatchObject({ phase: 'partly-shipped', receiptOpen: true });
    await world.desk.recordVoid({ ...(await acting()), lines: null, statement: 'Rest void', date: null });
    await world.desk.recordShipped({
      ...(await acting()),
      lines: [{ lineNumber: 1, packages: 7 }],
      date: null,
    });
    expect((await stateOf()).flags).toContain('shipped-after-void');
    expect((await stateOf()).lines[0]?.shipped).toBe(7);
    const ship = async (what: object) =>
      code(world.desk.recordShipped({ ...(await acting()), lines, date: null, ...what }));
    expect(await ship({ lines: [] })).toBe('ship/nothing-entered');
    expect(await ship({ lines: [{ lineNumber: 9, packages: 1 }] })).toBe('receipt/quantity-invalid');
    expect(await ship({ lines: [{ lineNumber: 1, packages: 1.5 }] })).toBe('receipt/quantity-invalid');
    expect(await ship({ lines: [...lines, ...lines] })).toBe('receipt/quantity-invalid');
    expect(await ship({ date: day('2026-11-24') })).toBe('act/date');
  });

  it('the receipt at the portal that signed closes the order, once goods came here', async () => {
    const draft = draftOf(order);
    await write({ type: 'order.tracked', payload: { number: null, draft, supplierId: 'cascade', seen } });
    expect(await code(world.desk.recordPortalReceipt(await acting()))).toBe('act/nothing-received');
    const counted = (await acting()).personId;
    await write({
      type: 'order.received',
      payload: { lines: [{ lineNumber: 1, packages: 1 }], date: order.date, countedBy: counted, note: null },
    });
    world.ports.now = START + 30 * 24 * HOUR;
    const due = async () => (await world.desk.due()).items.map(({ kind }) => kind);
    expect(await due()).toContain('portal-receipt');
    expect(await world.ports.archive.openOrders()).toHaveLength(1);

    // Closing it ends every reminder of the rest: that is said before.
    const rest = order.lines.reduce((sum, { packages }) => sum + packages, 0) - 1;
    expect((await world.desk.possibleActs('order-1'))['portal-receive']).toMatchObject([
      { code: 'act/more-open', severity: 'warns', rule: '21 CFR 1305.22(g)', params: { count: rest } },
    ]);
    await world.desk.recordPortalReceipt(await acting());
    expect(await stateOf()).toMatchObject({ phase: 'received', portalReceiptOpen: false });
    expect(await due()).not.toContain('portal-receipt');
    expect(await world.ports.archive.openOrders()).toEqual([]);
    expect(await code(world.desk.recordPortalReceipt(await acting()))).toBe('act/known-already');
  });

  it('whole, it closes without a word', async () => {
    const draft = draftOf(order);
    await write({ type: 'order.tracked', payload: { number: null, draft, supplierId: 'cascade', seen } });
    const lines = order.lines.map(({ lineNumber, packages }) => ({ lineNumber, packages }));
    await world.desk.recordReceipt({ ...(await acting()), lines, date: day('2026-11-23'), note: null });
    expect((await world.desk.possibleActs('order-1'))['portal-receive']).toEqual([]);
  });

  it('an order that was signed here is received here', async () => {
    await sign(submitted);
    expect(await code(world.desk.recordPortalReceipt(await acting()))).toBe('act/signed-here');
  });

  it('a companion order, of which the portal told nothing, is taken through all of it', async () => {
    const draft = draftOf(order);
    await write({ type: 'order.tracked', payload: { number: null, draft, supplierId: 'cascade', seen } });
    await world.desk.recordSubmitted(await acting());
    expect((await stateOf()).phase).toBe('submitted');
    await world.desk.recordAccepted(await acting());
    expect((await stateOf()).phase).toBe('accepted');
  });
});

describe('a file that is kept with a record', () => {
  it('is no larger than one may be, and is what its hash says', async () => {
    await sign(submitted);
    const link = async (file: StoredFile) =>
      code(world.desk.recordNotAccepted({ ...(await acting()), statement: 'No', file }));
    expect(await link(fileOf(new Uint8Array(limits.statementFileMaxBytes + 1)))).toBe('act/file-too-large');
    expect(await link({ ...small, sha256: '00'.repeat(32) })).toBe('act/file-damaged');
    expect(await link({ ...small, base64: '%%%' })).toBe('act/file-damaged');
    expect((await stateOf()).version).toBe(2);
    expect(await link(small)).toBe('done');
    const large = { ...small, base64: 'A'.repeat((limits.statementFileMaxBytes * 4) / 3 + 8) };
    expect(await code(world.desk.linkStatement({ ...(await acting()), statement: 'No', file: large }))).toBe(
      'act/file-too-large',
    );
    const entry = (await world.desk.order('order-1'))?.timeline.at(-1);
    const payload = entry?.correctable?.payload as { statement: string };
    expect(
      await code(
        world.desk.correctEvent({
          ...{ ...(await acting()), corrects: entry?.id ?? '', reason: 'the other letter' },
          replacement: { ...payload, file: large } as never,
        }),
      ),
    ).toBe('act/file-too-large');
  });
});

describe('a receipt that was recorded wrongly', () => {
  const receipt = async (who = 'Dana Okafor') => {
    await sign(submitted);
    const lots = [{ lot: 'K1', expiry: day('2028-01-31'), serial: 'S9', packages: 12 }];
    await world.desk.recordReceipt({
      ...(await acting(who)),
      ...{ lines: [{ lineNumber: 1, packages: 12, lots }], date: day('2026-11-23'), note: null },
    });
    const entry = await last();
    if (!entry?.correctable) throw new Error('nothing to correct');
    return entry;
  };
  const correct = async (corrects: string, replacement: unknown, more: object = {}) =>
    code(
      world.desk.correctEvent({
        ...{ ...(await acting()), corrects, reason: 'counted by somebody else' },
        ...{ replacement: replacement as never, ...more },
      }),
    );

  it('gets its problem, lots and counter right; lots add up', async () => {
    const { id, correctable } = await receipt();
    const tess = await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const lots = [{ lot: 'K2', expiry: null, serial: null, packages: 11 }];
    const lines = [{ lineNumber: 1, packages: 11, discrepancy: 'short', note: 'one missing', lots }];
    const right = { ...correctable?.payload, lines, countedBy: tess.id };
    const tooMany = [{ ...lots[0], packages: 12 }];
    expect(await correct(id, { ...right, lines: [{ ...lines[0], lots: tooMany }] })).toBe(
      'receipt/quantity-invalid',
    );
    expect(await correct(id, right)).toBe('done');
    expect((await stateOf()).flags).toContain('received-discrepancy');
    const said = (await last())?.correction?.now?.join('\n') ?? '';
    for (const word of ['Tess', 'one missing', 'K2']) expect(said).toContain(word);
  });

  it('names who verified it only by their own PIN', async () => {
    const { id, correctable } = await receipt();
    const paul = await world.desk.addPerson({ name: 'Paul', role: 'pharmacist', pin: '9753' });
    const right = { ...correctable?.payload, verifiedBy: paul.id };
    expect(await correct(id, right)).toBe('correct/names');
    expect(await correct(id, right, { verifiedBy: { personId: paul.id, pin: '0000' } })).toBe(
      'people/wrong-pin',
    );
    const dana = (await acting()).personId;
    expect(await correct(id, right, { verifiedBy: { personId: dana, pin: PIN } })).toBe('correct/names');
    expect(await correct(id, right, { verifiedBy: { personId: paul.id, pin: '9753' } })).toBe('done');
    expect((await last())?.correction?.now?.join('\n')).toContain('Paul');
  });

  it('bears nobody’s name under packages or a day that they didn’t verify', async () => {
    const paul = await world.desk.addPerson({ name: 'Paul', role: 'pharmacist', pin: '9753' });
    await sign(submitted);
    const pin = { personId: paul.id, pin: '9753' };
    await world.desk.recordReceipt({
      ...(await acting()),
      ...{ lines: [{ lineNumber: 1, packages: 12 }], date: day('2026-11-23'), note: null, verifiedBy: pin },
    });
    const entry = await last();
    const payload = entry?.correctable?.payload;
    const fewer = { ...payload, lines: [{ lineNumber: 1, packages: 11 }] };
    const id = entry?.id ?? '';
    expect(await correct(id, fewer)).toBe('correct/names');
    expect(await correct(id, { ...payload, date: day('2026-11-22') })).toBe('correct/names');
    // The same count with another note is the one that Paul saw.
    expect(await correct(id, { ...payload, note: 'the second tote' })).toBe('done');
    expect(await correct(id, fewer, { verifiedBy: pin })).toBe('done');
    // Back to what he verified first.
    expect(await correct(id, payload)).toBe('done');
    const dana = (await acting()).personId;
    expect(await correct(id, { ...fewer, verifiedBy: dana })).toBe('done');
  });

  it('can’t end as a technician’s alone where a pharmacist must receive', async () => {
    const { id, correctable } = await receipt();
    const tess = await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const by = { personId: (await acting()).personId, pin: PIN };
    await world.desk.saveSettings({ commandId: 's', ...by, settings: { pharmacistMustReceive: true } });
    const right = { ...correctable?.payload, countedBy: tess.id };
    expect(await correct(id, right)).toBe('receipt/needs-pharmacist');
    expect(await correct(id, { ...right, verifiedBy: by.personId }, { verifiedBy: by })).toBe('done');
  });

  it('and withdrawn, counts again with what it last said', async () => {
    const { id } = await receipt();
    expect(await correct(id, null)).toBe('done');
    expect((await stateOf()).lines[0]?.received).toBe(0);
    const withdrawn = (await world.desk.order('order-1'))?.timeline.find((entry) => entry.id === id);
    expect(withdrawn?.correctable).toMatchObject({ withdrawn: true, payload: { date: '2026-11-23' } });
    expect(await correct(id, withdrawn?.correctable?.payload)).toBe('done');
    expect((await stateOf()).lines[0]?.received).toBe(12);
    const again = (await world.desk.order('order-1'))?.timeline.find((entry) => entry.id === id);
    expect(again?.correctable?.withdrawn).toBe(false);
  });
});

describe('the day of an act', () => {
  const elsewhere = 'MG1234563' as DeaNumber;
  const locate = async (zone: string) => {
    const registrant = (await world.desk.registrant()) ?? null;
    if (!registrant) throw new Error('no registrant');
    const personId = (await world.desk.people())[0]?.id ?? '';
    await world.desk.saveLocation({
      ...{ commandId: `place-${(commands += 1)}`, personId, pin: PIN, replaces: null },
      registrant: { ...registrant, name: 'Second Store', deaNumber: elsewhere, zone },
    });
  };

  it('is that of the order’s own location, not of the one chosen', async () => {
    await locate('Pacific/Honolulu');
    const there = { ...order, purchaser: { ...order.purchaser, deaNumber: elsewhere } };
    await write({ type: 'order.signed', payload: { ...signed(there), requestId: 'order-1' } }, submitted);
    // 2:30 on the 24th in Chicago is still the evening of the 23rd in Honolulu.
    world.ports.now = START + 14.5 * HOUR;
    const view = await world.desk.order('order-1');
    expect(view?.place).toMatchObject({
      ...{ name: 'Second Store', deaNumber: elsewhere, zone: 'Pacific/Honolulu', isOther: true },
    });
    const on = await acting();
    const lost = { text: 'Lost.', date: day('2026-11-24') };
    expect(await code(world.desk.recordLost({ ...on, ...lost }))).toBe('act/date');
    const came = { lines: [{ lineNumber: 1, packages: 1 }], note: null };
    expect(await code(world.desk.recordReceipt({ ...on, ...came, date: day('2026-11-24') }))).toBe(
      'receipt/date-in-future',
    );
    expect(await code(world.desk.recordReceipt({ ...on, ...came, date: day('2026-11-23') }))).toBe('done');
    expect(
      await world.desk.draftStatement({ kind: 'lost', orderId: 'order-1', personId: on.personId }),
    ).toContain('Second Store');
  });

  it('is also the day by which its duties are counted', async () => {
    await locate('Pacific/Honolulu');
    const purchaser = { ...order.purchaser, deaNumber: elsewhere };
    const there = { ...order, date: day('2026-11-23'), purchaser };
    await write({ type: 'order.signed', payload: { ...signed(there), requestId: 'order-1' } });
    world.ports.now = START + 14.5 * HOUR;
    const duty = (await world.desk.due()).items.find(({ kind }) => kind === 'submit');
    expect(duty?.urgency).toBe('today');
  });
});
