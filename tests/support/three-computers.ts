import fc from 'fast-check';
import { CountersignError, legalDay, type Clock, type PlainDate } from '@/lib/base';
import { productKey, type ProductFacts } from '@/lib/drugs';
import type { BesideRecord } from '@/lib/order';
import { retentionOf, type Archive, type Command, type Envelope, type NewEvent } from '@/lib/archive';
import { accepted, command, day, orderNumbered, registrant } from './archive';
import { asFile, recordsOf, station } from './archives';
import { event, sampleOrder, seen, signed } from './orders';

const DAY_MS = 86_400_000;
type Computer = Awaited<ReturnType<typeof station>>;

/** What may happen on one of three computers; `of` picks among what is there. */
export interface Act {
  readonly on: number;
  readonly days: number;
  readonly of: number;
  readonly what: KeepingAct | CountingAct;
}
/** What decides how long something is kept. */
const keeping = ['link', 'link beside', 'hold', 'lift', 'years'] as const;
/** What decides how much of something counts. */
const counting = [
  ...(['open', 'ship', 'void', 'correct', 'return', 'undo return'] as const),
  ...(['product', 'import', 'undo import', 'dispensed', 'undo dispensed'] as const),
] as const;
type KeepingAct = (typeof keeping)[number] | 'order' | 'purge' | 'take';
type CountingAct = (typeof counting)[number];

const actOf = (what: fc.Arbitrary<Act['what']>): fc.Arbitrary<Act> =>
  fc.record({ on: fc.nat(2), days: fc.constantFrom(0, 1, 20, 100, 300), of: fc.nat(20), what });

export const keepingAct = actOf(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('order' as const) },
    { weight: 3, arbitrary: fc.constant('purge' as const) },
    { weight: 2, arbitrary: fc.constant('take' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...keeping) },
  ),
);
export const countingAct = actOf(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('order' as const) },
    { weight: 1, arbitrary: fc.constant('purge' as const) },
    { weight: 2, arbitrary: fc.constant('take' as const) },
    { weight: 6, arbitrary: fc.constantFrom(...counting) },
  ),
);

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});

function recordOf(kind: BesideRecord['kind'], id: string, reference: string, on: number): NewEvent {
  const record: BesideRecord = {
    ...{ id, kind, registrant: sampleOrder.purchaser.deaNumber, date: legalDay(on, 'UTC') },
    ...{ other: { name: 'Clinic', deaNumber: null }, reference, note: null, files: [] },
    lines: [
      {
        ...{ lineNumber: 1, name: 'Oxycodone HCl 10 mg tablets', ndc11: null, strength: null },
        ...{ schedule: '2', packageSize: 100, packages: 1, looseUnits: 0 },
      },
    ],
  };
  return { type: 'record.entered', payload: { record } };
}

const facts: readonly (ProductFacts | null)[] = [
  null,
  { substanceCode: '1724', strengthMg: 18, form: 'tablet', packageSize: 100, schedule: '2N' },
  { substanceCode: '9143', strengthMg: 5, form: 'tablet', packageSize: 100, schedule: '2' },
  { substanceCode: null, strengthMg: null, form: null, packageSize: null, schedule: null },
];

/** What concerns no order: the same file may be taken in, or withdrawn, on several computers. */
function aboutAll(what: CountingAct, of: number, date: PlainDate): Command {
  const id = `file-${String(of % 2)}`;
  const reason = 'Another pharmacy’s file';
  switch (what) {
    case 'product': {
      const line = sampleOrder.lines[of % 2];
      const key = productKey({ description: line?.name ?? '', ndc: line?.ndc11 ?? null });
      const from = of % 3 === 0 ? 'catalogue' : 'person';
      return command(null, { type: 'product.set', payload: { key, facts: facts[of % 4] ?? null, from } });
    }
    case 'import': {
      const lines = ['Oxycodone HCl 10 mg tablets', 'Methylphenidate ER 18 mg'].map((product) => ({
        ...{ date: day('2024-02-03'), supplierId: 'supplier-2', ndc: null, product },
        ...{ packageSize: 100, packages: 1 + of },
      }));
      const made = command(null, { type: 'history.imported', payload: { file: 'x.csv', lines } });
      return { ...made, commandId: `${id}-${String(of % 3)}` };
    }
    case 'undo import':
      return command(null, { type: 'history.withdrawn', payload: { importId: id, reason } });
    case 'dispensed': {
      const rows = [{ date, substanceCode: '9143', units: 30 + of, baseMg: 300, mme: 450 }];
      const payload = {
        importId: `dispensed-${id}`,
        part: of % 3,
        file: 'd.csv',
        sha256: 'a'.repeat(64),
        rows,
      };
      const made = command(null, { type: 'dispensed.imported', payload });
      return { ...made, commandId: `dispensed-${id}-${String(of % 3)}` };
    }
    default:
      return command(null, { type: 'dispensed.withdrawn', payload: { importId: `dispensed-${id}`, reason } });
  }
}

/** What the archive refuses didn't happen. */
async function ifAllowed(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
  }
}

/** One history of three computers that begin with the same old orders, and the backups that each made of itself. */
export class Story {
  time = Date.parse('2023-03-10T15:00:00Z');
  readonly clock: Clock = { now: () => this.time };
  readonly computers: Computer[] = [];
  readonly backups: Envelope[][] = [];
  orders = 0;
  besides = 0;

  async begin(): Promise<void> {
    for (let n = 0; n < 3; n++) this.computers.push(await station(this.clock));
    const [first, ...others] = this.computers;
    if (!first) throw new Error('no computer');
    await first.archive.append(command(null, registrant));
    for (let n = 0; n < 3; n++) {
      await this.order(first.archive);
      this.backups.push(await recordsOf(first.archive));
      this.time += 300 * DAY_MS;
    }
    // The last of them is past its time in a month or two.
    this.time += 380 * DAY_MS;
    const records = await recordsOf(first.archive);
    for (const { archive } of others) await archive.merge(asFile(records));
  }

  private async order(archive: Archive): Promise<void> {
    const n = ++this.orders;
    const signature = event('order.signed', signed(orderNumbered(n, { date: legalDay(this.time, 'UTC') })));
    await archive.append(command(`order-${String(n)}`, signature, received));
  }

  async act({ on, days, of, what }: Act): Promise<void> {
    this.time += days * DAY_MS + 1;
    const archive = this.computers[on]?.archive;
    if (!archive) throw new Error('no computer');
    await this.happen(archive, what, of);
    this.backups.push(await recordsOf(archive));
  }

  private async happen(archive: Archive, what: Act['what'], of: number): Promise<void> {
    const directory = await archive.directory();
    const known = await archive.orders({ limit: 50 });
    const order = known[of % Math.max(1, known.length)];
    switch (what) {
      case 'order':
        await this.order(archive);
        return;
      case 'purge': {
        const rules = retentionOf(directory);
        if (!rules.legalHold) await archive.purge(legalDay(this.time, 'UTC'), 'person-1', rules);
        return;
      }
      case 'take': {
        const backup = this.backups[of % Math.max(1, this.backups.length)];
        if (backup) await archive.merge(asFile(backup));
        return;
      }
      case 'link':
        if (order) await archive.append(command(order.orderId, accepted));
        return;
      case 'link beside': {
        const id = `beside-${String(++this.besides)}`;
        if (order?.number)
          await archive.append(command(id, recordOf('transfer-out', id, order.number, this.time)));
        return;
      }
      case 'hold': {
        const whose = of % 2 === 0 ? null : sampleOrder.purchaser.deaNumber;
        const payload = { registrant: whose, reason: 'subpoena of November' };
        await archive.append(command(null, { type: 'hold.placed', payload }));
        return;
      }
      case 'lift': {
        const hold = directory.holds[of % Math.max(1, directory.holds.length)];
        const payload = { hold: hold?.id ?? '', reason: 'the court is done' };
        if (hold) await archive.append(command(null, { type: 'hold.lifted', payload }));
        return;
      }
      case 'years': {
        const payload = { settings: { retentionYears: 2 + (of % 3) } };
        await archive.append(command(null, { type: 'settings.set', payload }));
        return;
      }
      default:
        await this.count(archive, what, of);
    }
  }

  private async count(archive: Archive, what: CountingAct, of: number): Promise<void> {
    const known = await archive.orders({ limit: 50 });
    const order = known[of % Math.max(1, known.length)];
    const append = (one: Command) => ifAllowed(archive.append(one));
    const toOrder = async (...events: Parameters<typeof command>[1][]) => {
      if (order) await append(command(order.orderId, ...events));
    };
    const date = legalDay(this.time, 'UTC');
    switch (what) {
      case 'open': {
        const n = ++this.orders;
        const signature = event('order.signed', signed(orderNumbered(n, { date })));
        return append(command(`order-${String(n)}`, signature));
      }
      case 'ship': {
        const lines = [{ lineNumber: 1, packages: of % 13 }];
        return toOrder(event('order.shipped', { lines, date, seen }));
      }
      case 'void':
        return toOrder(event('order.voided', { lines: of % 2 ? [1] : null, statement: 'no', date, seen }));
      case 'correct': {
        const events = order ? await archive.events(order.orderId) : [];
        const target = events[of % Math.max(1, events.length)];
        if (!target) return;
        const corrects = `${target.registrant}/${target.station}/${String(target.seq)}` as const;
        return toOrder(event('order.corrected', { corrects, replacement: null, reason: 'counted wrong' }));
      }
      case 'return': {
        const id = `return-${String(++this.besides)}`;
        return append(command(id, recordOf('return', id, order?.number ?? 'none', this.time)));
      }
      case 'undo return': {
        const [record] = await archive.besideRecords({ limit: 1 });
        const back: NewEvent = { type: 'record.withdrawn', payload: { reason: 'entered twice' } };
        if (record) await append(command(record.record.id, back));
        return;
      }
      default:
        return append(aboutAll(what, of, date));
    }
  }

  /** A new computer, to which these are restored one after the other. */
  async restored(backups: readonly Envelope[][]): Promise<Computer> {
    const made = await station(this.clock);
    this.computers.push(made);
    for (const backup of backups) await made.archive.merge(asFile(backup));
    return made;
  }

  async end(): Promise<void> {
    for (const { end } of this.computers) await end();
  }
}
