import { beforeEach, describe, expect, it } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage, text } from '@/tests/desk/seen-page';
import { lookAtPage, submitAnyway, trackOrder } from './background';

const CASCADE = 'https://cascade.example/cart';
const MERIDIAN = 'https://meridian.example/review';
const ORIGIN = 'https://cascade.example';
const cart = seenPage({ lines: [seenLine(oxycodone)] });
const large = seenPage({ lines: [seenLine({ ...oxycodone, packages: '60' })] });
const tramadol = {
  ndc: '99901-0130-01',
  description: 'TRAMADOL HCL 50MG TAB',
  packageSize: '100',
  packages: '2',
  schedule: 'C-IV',
};

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const look = (page: SeenPage, url = CASCADE) => lookAtPage(world.ports, page, url);
const causes = async (page: SeenPage, url = CASCADE) => (await look(page, url)).held?.causes ?? [];

async function settle(settings: { separateCii?: boolean; intercept?: boolean }): Promise<void> {
  const [dana] = await world.desk.people();
  await world.desk.saveSettings({ commandId: 'set', personId: dana?.id ?? '', pin: PIN, settings });
}

describe('a press on the page’s own submit', () => {
  it('is held for schedule II that would leave untracked where the portal signs, unsigned where we do', async () => {
    expect(await causes(cart)).toEqual(['untracked']);
    expect(await causes(cart, MERIDIAN)).toEqual(['unsigned']);
    expect((await look(cart, MERIDIAN)).view?.hold).toMatchObject({
      unsignedOnly: true,
      reasons: [say('panel.hold.unsigned')],
    });
  });

  it('isn’t held once the order is tracked, nor for other schedules, nor on other pages', async () => {
    await trackOrder(world.ports, await look(cart), ORIGIN);
    expect(await causes(cart)).toEqual([]);
    expect(await causes(seenPage({ lines: [seenLine(tramadol)] }))).toEqual([]);
    for (const kind of ['shipment', 'order-history', 'none'] as const)
      expect(await causes(seenPage({ ...cart, kind }), MERIDIAN)).toEqual([]);
    expect(await causes(seenPage(), MERIDIAN)).toEqual([]);
  });

  it('is held for a level that asks for a reason, also after the order was tracked', async () => {
    await bringUsualHistory(world.desk);
    expect(await causes(cart)).toEqual(['untracked']);
    const before = await look(large);
    expect(before.held?.causes).toEqual(['stop', 'untracked']);
    await trackOrder(world.ports, before, ORIGIN);
    const after = await look(large);
    expect(after.held?.causes).toEqual(['stop']);
    // The same cause of the same order: who was asked before isn't asked again.
    expect(before.held?.keys).toContain(after.held?.keys[0]);
    expect(after.view?.level).toBe('stop');
  });

  it('is held for what the rules don’t allow, where it was read for sure', async () => {
    const foreign = { ...text('AB1234563'), confidence: 1 };
    const of = (purchaserDea: SeenPage['purchaserDea']) => causes(seenPage({ ...cart, purchaserDea }));
    expect(await of(foreign)).toEqual(['law', 'untracked']);
    expect(await of({ ...foreign, confidence: 0.5 })).toEqual(['untracked']);
    const mixed = seenPage({ lines: [seenLine(oxycodone), seenLine(tramadol)] });
    expect(await causes(mixed)).toEqual(['untracked']);
    await settle({ separateCii: true });
    expect(await causes(mixed)).toEqual(['law', 'untracked']);
  });

  it('is another one with other lines or on another day, and the same one where only the page changed', async () => {
    const keys = async (page: SeenPage) => (await look(page)).held?.keys.join();
    const first = await keys(cart);
    expect(await keys(seenPage({ ...cart, url: `${CASCADE}?step=2` }))).toBe(first);
    expect(await keys(seenPage({ lines: [seenLine({ ...oxycodone, packages: '4' })] }))).not.toBe(first);
    world.ports.now += 86_400_000;
    expect(await keys(cart)).not.toBe(first);
  });

  it('is never held where the pharmacy doesn’t want it', async () => {
    await settle({ intercept: false });
    const { view } = await look(cart);
    expect(view?.hold).toBeNull();
  });
});

describe('an order that is submitted anyway', () => {
  const reason = 'New hospice contract from Monday';

  it('is on record with its reason, once', async () => {
    const looked = await look(cart);
    await submitAnyway(world.ports, looked, { reason: `  ${reason} `, origin: ORIGIN });
    await submitAnyway(world.ports, await look(cart), { reason: 'Said once more', origin: ORIGIN });
    const { submissions } = await world.ports.archive.directory();
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({
      ...{ reason, origin: ORIGIN, supplierId: 'cascade', orderId: null, causes: ['untracked'] },
      lines: [{ product: oxycodone.description, packages: 3 }],
    });
    expect(await world.desk.submissions()).toMatchObject([{ reason, causes: [say('submission.untracked')] }]);
  });

  it('needs a reason that says something', async () => {
    const act = submitAnyway(world.ports, await look(cart), { reason: '  because ', origin: ORIGIN });
    await expect(act).rejects.toMatchObject({ code: 'record/reason-missing' });
    expect((await world.ports.archive.directory()).submissions).toEqual([]);
  });

  it('leaves no record where nothing speaks against it any more', async () => {
    await trackOrder(world.ports, await look(cart), ORIGIN);
    await submitAnyway(world.ports, await look(cart), { reason, origin: ORIGIN });
    expect((await world.ports.archive.directory()).submissions).toEqual([]);
  });
});
