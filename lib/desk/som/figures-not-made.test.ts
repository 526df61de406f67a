import { beforeAll, describe, expect, it } from 'vitest';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import type { Desk } from '../desk';
import { openDesk } from '../open-desk';

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
  await bringUsualHistory(world.desk);
});

const REASON = { kind: 'pharmacy-closed', detail: 'Elm Street Drugs closed on 1 November' } as const;
const reads: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  overview: (desk) => desk.somOverview(),
  substance: (desk) => desk.somSubstance('9143'),
  ratios: (desk) => desk.somRatios(),
  'ratio headline': (desk) => desk.ratioHeadline(),
  products: (desk) => desk.productsToPlace(),
  increase: (desk) =>
    desk.increaseModel({ code: '9143', supplierId: 'meridian', units: 6_000, reason: REASON }),
};

describe('figures that this version couldn’t add up', () => {
  it.each(Object.keys(reads))('are said not to be made, and not told as nothing: %s', async (name) => {
    const read = reads[name] as (desk: Desk) => Promise<unknown>;
    const { archive } = world.ports;
    const standing = async () => ({ readOnly: true, fault: null });
    const stuck = openDesk({ ...world.ports, archive: { ...archive, standing } });
    await expect(read(stuck)).rejects.toMatchObject({ code: 'som/figures-not-made' });
    await expect(read(world.desk)).resolves.toBeTruthy();
  });
});
