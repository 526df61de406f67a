import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ArchiveDatabase } from '@/lib/archive/database';
import { signed } from '../support/orders';
import { mortalWorld, order, type Act } from './acts/mortal-act';
import { mortalDatabases } from './mortal-databases';
import { outlive } from './outlive';
import { sampleOfSteps } from './sample-of-steps';

const life = mortalDatabases();

it('tells an act that is torn', async () => {
  const { name, ports } = await mortalWorld();
  const halves = { who: 'system', orderId: 'order-1' };
  const whole = { type: 'order.signed', payload: { ...signed(order), requestId: 'order-1' } } as const;
  const torn: Act = async (archive) => {
    const at = (await archive.events('order-1')).length;
    await archive.append({ ...halves, commandId: 'torn', events: [whole] });
    const db = new ArchiveDatabase(name);
    await db.open();
    try {
      if (at === 0) await db.heads.clear();
    } finally {
      db.close();
    }
  };
  await expect(outlive(life, { name, clock: ports.clock }, torn)).rejects.toThrow('the chain');
  await life.end();
});

it('tells what doesn’t hold beside the records', async () => {
  const { name, ports } = await mortalWorld();
  const fails = () => Promise.reject(new Error('a key that no record speaks for'));
  const payload = { ...signed(order), requestId: 'order-1' };
  const act: Act = (archive) =>
    archive.append({
      ...{ commandId: 'sign', who: 'system', orderId: 'order-1' },
      events: [{ type: 'order.signed', payload }],
    });
  await expect(outlive(life, { name, clock: ports.clock, holds: fails }, act)).rejects.toThrow('a key');
  await life.end();
});

it('dies at the first step, at those that write last and at some between; at all where it has the time', () => {
  expect(sampleOfSteps(30, false)).toEqual([1, 7, 14, 21, 28, 29, 30]);
  expect(sampleOfSteps(6, false)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(sampleOfSteps(30, true)).toHaveLength(30);
});
