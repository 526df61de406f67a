import { expect, it } from 'vitest';
import type { OrderEvents } from '@/lib/order';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { signed } from '@/tests/support/orders';

type Warned = OrderEvents['request.warned'];

const oxycodone = { code: '9143', name: 'oxycodone', units: 1_200, baseMg: 10_760, level: 'stop' } as const;
const methylphenidate = { ...oxycodone, code: '1724', name: 'methylphenidate', level: 'caution' } as const;
const alprazolam = { ...oxycodone, code: '2882', name: 'alprazolam', level: 'information' } as const;

let orders = 0;
async function sign(
  { ports }: DeskWorld,
  warned: readonly Pick<Warned, 'level' | 'substances'>[],
  sentences: readonly string[],
): Promise<void> {
  const orderId = `order-${(orders += 1)}`;
  const base = signed();
  const som = { level: 'stop', sentences, reason: null };
  await ports.archive.append({
    ...{ commandId: orderId, who: 'system', orderId },
    events: [
      ...warned.map((one) => ({ type: 'request.warned', payload: { ...one, ruleVersion: '1' } }) as const),
      { type: 'order.signed', payload: { ...base, circumstances: { ...base.circumstances, som } } },
    ],
  });
}

it('each sentence of a signed order stands with its own substance and level, as it was shown last', async () => {
  const world = await deskWorld();
  await sign(
    world,
    [
      { level: 'stop', substances: [{ ...oxycodone, units: 9 }] },
      { level: 'stop', substances: [alprazolam, oxycodone, methylphenidate] },
      { level: 'caution', substances: [methylphenidate] },
    ],
    ['a little', 'far too much', 'unlike'],
  );
  expect((await world.desk.due()).watch).toMatchObject([
    { substance: 'oxycodone', level: 'stop', sentence: 'far too much' },
    { substance: 'methylphenidate', level: 'caution', sentence: 'unlike' },
  ]);
});

it('where it isn’t known whose they are, the order has one entry', async () => {
  const world = await deskWorld();
  await sign(world, [{ level: 'stop', substances: [oxycodone] }], ['far too much', 'line 2 isn’t checked']);
  expect((await world.desk.due()).watch).toMatchObject([
    { substance: '', level: 'stop', sentence: 'far too much line 2 isn’t checked' },
  ]);
});
