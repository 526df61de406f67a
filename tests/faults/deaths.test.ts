import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Archive, Envelope, NewEvent } from '@/lib/archive';
import { openArchive } from '@/lib/archive';
import { ArchiveDatabase } from '@/lib/archive/database';
import { fixedClock, type OrderNumber, type PlainDate } from '@/lib/base';
import { openDesk, type Desk } from '@/lib/desk';
import type { BesideRecord } from '@/lib/order';
import { approveRequest, closeExpired, lookAtPage, openRequest, trackOrder } from '@/lib/desk/background';
import type { ActOnOrder } from '@/lib/desk/orders-life/views';
import { deskWorld, PIN, START, type DeskWorld } from '../desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage } from '../desk/seen-page';
import { sampleOrder, seen, signed } from '../support/orders';
import { mortalDatabases } from './mortal-databases';
import { outlive, type Outlived } from './outlive';

const day = (text: string) => text as PlainDate;
const DAY = 86_400_000;
const life = mortalDatabases();
const NUMBER = '26X900001' as OrderNumber;
const order = { ...sampleOrder, number: NUMBER, date: day('2026-11-20') };
const form = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

let world: DeskWorld;
let name: string;
let personId: string;

async function settle(): Promise<void> {
  world = await deskWorld();
  const names = (await indexedDB.databases()).map((one) => one.name ?? '');
  name =
    names
      .filter((one) => /^world-\d+$/.test(one))
      .sort((a, b) => Number(b.slice(6)) - Number(a.slice(6)))[0] ?? '';
  const [dana] = await world.desk.people();
  personId = dana?.id ?? '';
}

const write = (...events: NewEvent[]) =>
  world.ports.archive.append({ commandId: crypto.randomUUID(), who: 'system', orderId: 'order-1', events });
const sign = (...more: NewEvent[]) =>
  write(
    { type: 'order.signed', payload: { ...signed(order), requestId: 'order-1', supplierId: 'cascade' } },
    ...more,
  );
const submitted: NewEvent = { type: 'order.submitted', payload: { how: 'file', seen: { origin: null } } };
const received: NewEvent = {
  type: 'order.received',
  payload: {
    lines: [{ lineNumber: 1, packages: 21 }],
    date: day('2026-11-23'),
    countedBy: 'person-1',
    note: null,
  },
};

async function onOrder(): Promise<ActOnOrder> {
  const state = await world.ports.archive.order('order-1');
  return { commandId: 'act', orderId: 'order-1', expectedVersion: state?.version ?? 0, personId, pin: PIN };
}

/** A page of a process of its own, on the same databases. */
const pageOn = (archive: Archive): Desk => openDesk({ ...world.ports, archive });

type Act = (archive: Archive) => Promise<unknown>;
const acts: readonly (readonly [name: string, begin: () => Promise<Act>])[] = [
  [
    'open a request',
    async () => {
      const { draft, supplier } = await lookAtPage(world.ports, form, 'https://meridian.example/review');
      return (archive) =>
        openRequest(
          { ...world.ports, archive },
          {
            ...{ id: 'request-1', mode: 'now', draft, pageHash: null, page: null, delivery: 'file' },
            supplierId: supplier?.id ?? null,
          },
        );
    },
  ],
  [
    'approve a request',
    async () => {
      const certificate = await world.importPfx('full');
      await world.desk.acceptHonesty({ personId, pin: PIN });
      const { draft, supplier } = await lookAtPage(world.ports, form, 'https://meridian.example/review');
      await openRequest(world.ports, {
        ...{ id: 'request-1', mode: 'now', draft, pageHash: null, page: null, delivery: 'file' },
        supplierId: supplier?.id ?? null,
      });
      const edits = { certificate, lines: {}, supplier: {} };
      const { document } = await world.desk.prepareDocument('request-1', edits);
      await world.unlock(certificate);
      const reason = 'a new hospice nearby opened this month';
      const approval = { requestId: 'request-1', document: document ?? '', edits, reason };
      return async (archive) => {
        // Signed before: whoever asks again is told so, and signs nothing.
        const { state } = (await archive.request('request-1')) ?? {};
        if (state?.phase === 'open')
          await approveRequest({ ...world.approvalPorts(form), archive }, world.crls, approval);
      };
    },
  ],
  [
    'refuse a request',
    async () => {
      const { draft } = await lookAtPage(world.ports, form, 'https://meridian.example/review');
      const wanted = { id: 'request-1', mode: 'now', pageHash: null, page: null, delivery: 'file' } as const;
      await openRequest(world.ports, { ...wanted, draft, supplierId: null });
      return async (archive) => {
        // Answered before: whoever asks again is told that it is closed.
        if ((await archive.request('request-1'))?.state.phase === 'open')
          await pageOn(archive).refuse('request-1', 'Too much of it');
      };
    },
  ],
  [
    'track an order',
    async () => {
      const looked = await lookAtPage(world.ports, form, 'https://cascade.example/review');
      return (archive) => trackOrder({ ...world.ports, archive }, looked, 'https://cascade.example');
    },
  ],
  [
    'record a receipt',
    async () => {
      await sign(submitted);
      const on = await onOrder();
      const counted = { lines: [{ lineNumber: 1, packages: 12 }], date: day('2026-11-23'), note: null };
      return (archive) => pageOn(archive).recordReceipt({ ...on, ...counted });
    },
  ],
  [
    'record a void',
    async () => {
      await sign(submitted);
      const on = await onOrder();
      return (archive) =>
        pageOn(archive).recordVoid({ ...on, lines: null, statement: 'Discontinued', date: null });
    },
  ],
  [
    'cancel an order',
    async () => {
      await sign(submitted);
      const on = await onOrder();
      return (archive) =>
        pageOn(archive).recordCancellation({ ...on, text: 'We cancel it.', date: day('2026-11-23') });
    },
  ],
  [
    'close an order that was never sent',
    async () => {
      await sign();
      const on = await onOrder();
      return (archive) => pageOn(archive).closeUnsent({ ...on, reason: 'The page had died before' });
    },
  ],
  [
    'record a lost order',
    async () => {
      await sign(submitted);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordLost({ ...on, text: 'Lost.', date: day('2026-11-23') });
    },
  ],
  [
    'replace a lost order',
    async () => {
      await sign(submitted);
      await world.desk.recordLost({
        ...(await onOrder()),
        commandId: 'lost',
        text: 'Lost.',
        date: day('2026-11-23'),
      });
      const on = await onOrder();
      return (archive) => pageOn(archive).replaceLost(on);
    },
  ],
  [
    'sign a replacement, in two orders at once',
    async () => {
      await sign(submitted, {
        type: 'order.lost',
        payload: {
          statement: { kind: 'lost', text: 'Lost.', signedBy: 'Dana', date: day('2026-11-23'), cms: null },
        },
      });
      const replacement = { ...order, number: '26X900002' as OrderNumber };
      const by = { orderId: 'order-2', number: replacement.number };
      return (archive) =>
        archive.append({
          ...{ commandId: 'sign-order-2', who: 'person', orderId: 'order-2' },
          events: [
            { type: 'order.signed', payload: { ...signed(replacement), requestId: 'order-2' } },
            { type: 'order.replaces', payload: { first: { orderId: 'order-1', number: NUMBER } } },
          ],
          also: { orderId: 'order-1', events: [{ type: 'order.replaced', payload: { by } }] },
        });
    },
  ],
  [
    'link a statement',
    async () => {
      await sign(submitted, { type: 'order.not-accepted', payload: { statement: '', seen } });
      const on = await onOrder();
      return (archive) => pageOn(archive).linkStatement({ ...on, statement: 'No allotment', file: null });
    },
  ],
  [
    'correct a record',
    async () => {
      await sign(submitted, received);
      const on = await onOrder();
      const event = (await world.ports.archive.events('order-1')).at(-1) as Envelope;
      const corrects = `${event.registrant}/${event.station}/${String(event.seq)}`;
      const lines = [{ lineNumber: 1, packages: 12 }];
      const replacement = { ...received.payload, lines, countedBy: personId } as never;
      return (archive) =>
        pageOn(archive).correctEvent({ ...on, corrects, replacement, reason: 'Typed 21, not 12' });
    },
  ],
  [
    'close what expired',
    async () => {
      await sign(submitted);
      world.ports.now = START + 70 * DAY;
      return (archive) => closeExpired({ ...world.ports, archive });
    },
  ],
  [
    'enter a record beside CSOS',
    () =>
      Promise.resolve((archive) =>
        pageOn(archive).enterRecord({ commandId: 'enter', personId, pin: PIN, record: paper }),
      ),
  ],
  [
    'receive a record beside CSOS',
    async () => {
      const id = await world.desk.enterRecord({ commandId: 'enter', personId, pin: PIN, record: paper });
      const on = { commandId: 'receive', id, expectedVersion: 1, personId, pin: PIN };
      const counted = {
        lines: [{ lineNumber: 1, packages: 4 }],
        date: day('2026-11-23'),
        verifiedBy: null,
        note: null,
      };
      return (archive) => pageOn(archive).receiveRecord({ ...on, ...counted });
    },
  ],
  [
    'withdraw a record beside CSOS',
    async () => {
      const id = await world.desk.enterRecord({ commandId: 'enter', personId, pin: PIN, record: paper });
      const on = { commandId: 'withdraw', id, expectedVersion: 1, personId, pin: PIN };
      return (archive) => pageOn(archive).withdrawRecord({ ...on, reason: 'Entered twice by two people' });
    },
  ],
  [
    'correct a record beside CSOS',
    async () => {
      const id = await world.desk.enterRecord({ commandId: 'enter', personId, pin: PIN, record: paper });
      const on = { commandId: 'correct', id, expectedVersion: 1, personId, pin: PIN };
      const record = { ...paper, reference: '231234568' };
      return (archive) => pageOn(archive).correctRecord({ ...on, record, reason: 'Misread the serial' });
    },
  ],
  [
    'put off what is due',
    async () => {
      await sign(submitted);
      world.ports.now = START + 20 * DAY;
      const { items } = await world.desk.due();
      const item = items.find(({ waitsUntil }) => waitsUntil !== null);
      if (!item?.waitsUntil) throw new Error('nothing is due that may wait');
      const put = { key: item.key, until: item.waitsUntil, reason: 'Comes with the next truck' };
      return (archive) => pageOn(archive).snooze({ commandId: 'snooze', personId, pin: PIN, ...put });
    },
  ],
  [
    'save settings',
    () =>
      Promise.resolve((archive) =>
        pageOn(archive).saveSettings({
          commandId: 'set',
          personId,
          pin: PIN,
          settings: { retentionYears: 5 },
        }),
      ),
  ],
  [
    'grant a power of attorney',
    async () => {
      const registrant = (await world.desk.registrant())?.deaNumber;
      if (!registrant) throw new Error('no registrant');
      const letter = {
        personId,
        registrant,
        schedules: ['2'] as const,
        since: day('2026-01-01'),
        until: null,
      };
      return (archive) =>
        pageOn(archive).grantPoa({ commandId: 'poa', personId, pin: PIN, letter, file: null });
    },
  ],
  [
    'merge another archive’s records',
    async () => {
      const other = await openArchive({ name: `${name}-other`, clock: fixedClock('2026-11-22T15:00:00Z') });
      const event = { type: 'order.signed', payload: { ...signed(order), requestId: 'order-7' } } as const;
      await other.append({
        commandId: 'sign-7',
        who: 'person-7',
        orderId: 'order-7',
        events: [event, submitted],
      });
      await other.append({ commandId: 'came-7', who: 'person-7', orderId: 'order-7', events: [received] });
      const records: Envelope[] = [];
      for await (const batch of other.exportEvents()) records.push(...batch);
      other.close();
      return (archive) =>
        archive.merge(
          (async function* () {
            for (const record of records) yield await Promise.resolve([record]);
          })(),
        );
    },
  ],
  [
    'purge',
    async () => {
      await sign(submitted, {
        type: 'order.received',
        payload: {
          ...(received.payload as { countedBy: string }),
          date: day('2026-11-23'),
          note: null,
          lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
        },
      });
      world.ports.now = START + 4 * 365 * DAY;
      return (archive) => pageOn(archive).purge({ personId, pin: PIN, onProgress: () => undefined });
    },
  ],
  [
    'import history',
    () => {
      const csv =
        'Date,Supplier,NDC,Product,Package size,Packages\n2026-03-04,meridian,00406-8552-01,OXYCODONE HCL 10MG TAB,100,3\n';
      return Promise.resolve((archive) => pageOn(archive).importHistory('x.csv', csv, () => undefined));
    },
  ],
];

const paper: Omit<BesideRecord, 'id' | 'registrant'> = {
  kind: 'paper-222',
  date: day('2026-11-20'),
  other: { name: 'Meridian Drug', deaNumber: 'RE1234563' },
  reference: '231234567',
  lines: [
    {
      ...{ lineNumber: 1, name: 'OXYCODONE HCL TAB 10MG 100', ndc11: null, strength: null, schedule: '2' },
      ...{ packageSize: 100, packages: 4, looseUnits: 0 },
    },
  ],
  note: null,
  files: [],
};

/** Every way that a process can end in the middle of an act, and what the next one finds. */
describe('a process that dies at each step of an act leaves the act whole or nothing of it', () => {
  it.each(acts)('%s', async (_name, begin) => {
    await settle();
    const act = await begin();
    const { deaths, left }: Outlived = await outlive(life, { name, clock: world.ports.clock }, act);
    expect(deaths).toBeGreaterThan(5);
    expect(left).toBeLessThan(deaths);
  });

  it('which an act that is torn shows', async () => {
    await settle();
    const torn: Act = async (archive) => {
      const at = (await archive.events('order-1')).length;
      await archive.append({ ...halves, commandId: 'torn', events: [{ ...whole, type: 'order.signed' }] });
      const db = new ArchiveDatabase(name);
      await db.open();
      try {
        if (at === 0) await db.heads.clear();
      } finally {
        db.close();
      }
    };
    const halves = { who: 'system', orderId: 'order-1' };
    const whole = { payload: { ...signed(order), requestId: 'order-1' } };
    await expect(outlive(life, { name, clock: world.ports.clock }, torn)).rejects.toThrow('the chain');
    await life.end();
  });

  it('make a copy, which counts only once all of it is written', async () => {
    await settle();
    await sign(submitted);
    const { ports } = world;
    await ports.copies.choose('folder');
    const kept = ports.copies;
    const mortal = {
      ...kept,
      open: async () => {
        const target = await kept.open();
        const write: typeof kept.files.set = kept.files.set.bind(kept.files);
        return (
          target && {
            ...target,
            write: async (path: string, bytes: Uint8Array<ArrayBuffer>) => {
              life.step();
              write(path, bytes);
              await Promise.resolve();
            },
          }
        );
      },
    };
    let deaths = 0;
    for (let died = true; died; deaths++) {
      kept.files.clear();
      const archive = await openArchive({ name, clock: ports.clock });
      life.dieAt(deaths + 1);
      await openDesk({ ...ports, archive, copies: mortal })
        .copyNow(() => undefined)
        .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
      ({ died } = await life.end());
      archive.close();
      const { lastAt } = await ports.archive.copyState();
      expect(lastAt === null, `a copy that is noted after ${String(deaths + 1)} steps`).toBe(died);
    }
    expect(deaths).toBeGreaterThan(6);
    expect([...kept.files.keys()]).toContain('heads.json');
    await ports.archive.append({ commandId: 'more', who: 'system', orderId: 'order-1', events: [received] });
    await world.desk.copyNow(() => undefined);
    expect(await ports.archive.copyState()).toMatchObject({ newEvents: 0 });
  });
});
