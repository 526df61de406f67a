import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalDay, type Clock } from '@/lib/base';
import type { BesideRecord } from '@/lib/order';
import { accepted, command, day, orderNumbered, registrant } from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, sampleOrder, signed } from '@/tests/support/orders';
import { runs } from '@/tests/support/runs';
import { retentionOf, type Archive, type Envelope, type NewEvent } from './index';

const DAY_MS = 86_400_000;
type Computer = Awaited<ReturnType<typeof station>>;

/** What may happen on one of three computers; `of` picks among what is there. */
interface Act {
  readonly on: number;
  readonly days: number;
  readonly of: number;
  readonly what: 'order' | 'purge' | 'take' | 'link' | 'link beside' | 'hold' | 'lift' | 'years';
}
const anyAct: fc.Arbitrary<Act> = fc.record({
  on: fc.nat(2),
  days: fc.constantFrom(0, 1, 20, 100, 300),
  of: fc.nat(20),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constant('order' as const) },
    { weight: 3, arbitrary: fc.constant('purge' as const) },
    { weight: 2, arbitrary: fc.constant('take' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Act['what']>('link', 'link beside', 'hold', 'lift', 'years'),
    },
  ),
});
const anyHistory = fc.record({
  acts: fc.array(anyAct, { minLength: 5, maxLength: 12 }),
  /** Backups that were made in between are restored as well; these say which. */
  early: fc.array(fc.nat(40), { maxLength: 3 }),
  orders: fc.array(fc.infiniteStream(fc.nat(1_000)), { minLength: 2, maxLength: 2 }),
});

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});

function handedOn(id: string, reference: string, on: number): NewEvent {
  const record: BesideRecord = {
    ...{ id, kind: 'transfer-out', registrant: sampleOrder.purchaser.deaNumber, date: legalDay(on, 'UTC') },
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

/** One history of three computers that begin with the same old orders, and the backups that each made of itself. */
class Story {
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
        if (order?.number) await archive.append(command(id, handedOn(id, order.number, this.time)));
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
      }
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

const unitsIn = async (archive: Archive) =>
  (await archive.series('9143', day('2020-01-01'))).reduce((sum, { units }) => sum + units, 0);

describe('backups of several computers', () => {
  it('make the same archive in whatever order they are restored, and nothing that is in any of them is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ acts, early, orders }) => {
        const story = new Story();
        try {
          await story.begin();
          for (const act of acts) await story.act(act);
          const last = await Promise.all(story.computers.map(({ archive }) => recordsOf(archive)));
          const backups = [...last, ...early.flatMap((n) => story.backups.slice(n, n + 1))];
          const shuffled = orders.map((draw) =>
            backups
              .map((backup) => ({ backup, at: draw.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ backup }) => backup),
          );
          const [one = [], other = []] = shuffled;
          const made = [await story.restored(one), await story.restored([...other, ...one.slice(0, 2)])];
          // A computer that goes on takes the others' in.
          const [going] = story.computers;
          for (const backup of other) await going?.archive.merge(asFile(backup));
          const all = [...made, ...(going ? [going] : [])];
          const union = new Set(backups.flat().map(({ hash }) => hash));
          const expected = await all[0]?.tables();
          for (const { archive, tables } of all) {
            expect(await tables()).toEqual(expected);
            const records = await recordsOf(archive);
            expect(new Set(records.map(({ hash }) => hash))).toEqual(union);
            expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
            // Whatever is gone counts on, once.
            expect(await unitsIn(archive)).toBe(story.orders * 1_200);
          }
        } finally {
          await story.end();
        }
      }),
      { numRuns: runs(6) },
    );
  });
});
