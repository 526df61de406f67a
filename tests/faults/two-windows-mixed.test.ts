import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Archive, Envelope } from '@/lib/archive';
import { openArchive } from '@/lib/archive';
import { clock, command, day, fresh, openAgain, orderNumbered } from '../support/archive';
import { event, signed } from '../support/orders';

/** What a window does: signs an order, counts what came of it as it last saw it, or takes another archive's records in. */
const anyAct = fc.record({
  kind: fc.constantFrom('sign', 'sign', 'receive', 'receive', 'merge'),
  window: fc.constantFrom(0, 1),
  order: fc.nat({ max: 5 }),
});
let archives = 0;

/** An order that is in another archive alone. */
async function otherRecords(): Promise<readonly Envelope[]> {
  const other = await openArchive({ name: `other-${String((archives += 1))}`, clock });
  const payload = { ...signed(orderNumbered(900)), requestId: 'order-other' };
  await other.append(command('order-other', event('order.signed', payload)));
  const records: Envelope[] = [];
  for await (const batch of other.exportEvents()) records.push(...batch);
  other.close();
  return records;
}

it('lets two windows sign, count and merge at once: what was answered is there, what was refused is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 16 }), async (acts) => {
      const windows: readonly [Archive, Archive] = [await fresh(), await openAgain()];
      const records = await otherRecords();
      const numbers = new Set<string>();
      const done: string[] = [];
      const does = async ({ kind, window, order }: (typeof acts)[number], n: number): Promise<void> => {
        const archive = windows[window === 0 ? 0 : 1];
        const orderId = `order-${String(order)}`;
        if (kind === 'merge') {
          await archive.merge(
            (async function* () {
              yield await Promise.resolve(records);
            })(),
          );
          return;
        }
        const state = await archive.order(orderId);
        const number =
          kind === 'sign' ? await archive.allocateNumber(orderId, 'person-1', day('2026-11-22')) : null;
        const act = number
          ? event('order.signed', { ...signed({ ...orderNumbered(n), number }), requestId: orderId })
          : event('order.received', {
              ...{ lines: [{ lineNumber: 1, packages: 1 }], date: day('2026-11-23'), countedBy: 'person-1' },
              note: null,
            });
        const wanted = { ...command(orderId, act), expectedVersion: state?.version ?? 0 };
        await archive.append(wanted);
        done.push(wanted.commandId);
        if (number) numbers.add(number);
      };
      const answers = await Promise.allSettled(acts.map(does));
      for (const answer of answers)
        if (answer.status === 'rejected')
          expect(answer.reason, String(answer.reason)).toMatchObject({
            code: expect.stringMatching(
              /^(archive\/version-conflict|order\/unknown|signing\/request-closed)$/,
            ) as string,
          });
      const there = new Map<string, number>();
      for await (const batch of windows[1].exportEvents())
        for (const { commandId, type } of batch)
          if (type.startsWith('order.')) there.set(commandId, (there.get(commandId) ?? 0) + 1);
      const isOther = (id: string) => records.some(({ commandId }) => commandId === id);
      const mine = [...there.keys()].filter((id) => !isOther(id));
      expect(mine.sort()).toEqual([...done].sort());
      expect([...there.values()].every((count) => count === 1)).toBe(true);
      const signatures = [0, 1, 2, 3, 4, 5].map((order) => windows[0].order(`order-${String(order)}`));
      const known = (await Promise.all(signatures)).flatMap((state) => state?.number ?? []);
      expect(new Set(known)).toEqual(numbers);
      expect(await windows[1].verify()).toMatchObject({ ok: true, broken: null });
      for (const window of windows) window.close();
    }),
    { numRuns: 8 },
  );
});
