import { beforeEach, describe, expect, it } from 'vitest';
import { profileFile, type PortalProfile, type ReadingRules } from '@/lib/portal';
import { demoProfile } from '@/tests/desk/demo-profile';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { applyPolicy } from './apply-policy';
import { profileAt } from './profile-at';
import { takeTaught } from './take-taught';
import { taughtPortals } from './taught-portals';

const rulesFor = (row: string): ReadingRules => ({ lines: { row } });
const cascadePage = 'https://cascade.example/orders';
let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

async function supplier(id: string): Promise<PortalProfile | undefined> {
  return (await world.desk.suppliers()).find((one) => one.id === id);
}

describe('teaching', () => {
  it('is kept with the supplier whose site the page is on, unconfirmed, and undone to what was before', async () => {
    await takeTaught(world.ports, cascadePage, rulesFor('tr'));
    expect(await supplier('cascade')).toMatchObject({ reading: rulesFor('tr'), verified: false });
    await world.desk.confirmSupplier('cascade');
    await takeTaught(world.ports, cascadePage, rulesFor('li'));
    expect(await supplier('cascade')).toMatchObject({ reading: rulesFor('li'), verified: false });
    await world.desk.undoTeaching('cascade');
    expect((await supplier('cascade'))?.reading).toEqual(rulesFor('tr'));
    await expect(world.desk.undoTeaching('cascade')).rejects.toMatchObject({
      code: 'portal/nothing-to-undo',
    });
  });

  it('over no rules is undone to none; rules that were removed come back', async () => {
    await takeTaught(world.ports, cascadePage, rulesFor('tr'));
    await world.desk.undoTeaching('cascade');
    expect(await supplier('cascade')).not.toHaveProperty('reading');
    await expect(world.desk.forgetTaught('cascade')).rejects.toMatchObject({
      code: 'portal/nothing-to-undo',
    });
    await takeTaught(world.ports, cascadePage, rulesFor('tr'));
    await world.desk.forgetTaught('cascade');
    expect(await supplier('cascade')).not.toHaveProperty('reading');
    await world.desk.undoTeaching('cascade');
    expect((await supplier('cascade'))?.reading).toEqual(rulesFor('tr'));
  });

  it.each(['https://stranger.example/', 'https://orderexpress.cardinalhealth.com/', 'about:blank'])(
    'on a page of nobody’s supplier is refused: %s',
    async (url) => {
      await expect(takeTaught(world.ports, url, rulesFor('tr'))).rejects.toMatchObject({
        code: 'portal/supplier-unknown',
      });
    },
  );

  it('is told to pages by host alone, and taken back with the rules', async () => {
    const told = async () => taughtPortals(await world.ports.archive.directory());
    const before = await told();
    expect(before.hosts).toEqual([]);
    await takeTaught(world.ports, cascadePage, rulesFor('tr'));
    const taught = await told();
    expect(taught.hosts).toEqual((await supplier('cascade'))?.hosts);
    expect(taught.stamp).not.toBe(before.stamp);
    await world.desk.undoTeaching('cascade');
    expect((await told()).hosts).toEqual([]);
  });

  it('is read back for that site alone; a portal that came with the product is known without a supplier', async () => {
    await takeTaught(world.ports, cascadePage, rulesFor('tr'));
    const directory = await world.ports.archive.directory();
    expect(profileAt(directory, cascadePage)?.id).toBe('cascade');
    expect(profileAt(directory, 'https://harbor.example/')?.reading).toBeUndefined();
    expect(profileAt(directory, 'https://connect.mckesson.com/')?.id).toBe('mckesson-connect');
    expect(profileAt(directory, 'https://stranger.example/')).toBeNull();
  });
});

describe('a file with profiles', () => {
  const reef: PortalProfile = { ...demoProfile('harbor', 'companion'), id: 'reef', hosts: ['reef.example'] };

  it('shows what would change before anything is kept, and then keeps that', async () => {
    const moved = { ...demoProfile('cascade', 'companion'), hosts: ['new.cascade.example'] };
    const changes = await world.desk.profileChanges(
      profileFile([reef, moved, demoProfile('meridian', 'integrated')]),
    );
    expect(changes.map(({ what }) => what)).toEqual(['new', 'changed', 'same']);
    expect(await supplier('reef')).toBeUndefined();
    await world.desk.takeProfiles(
      changes.filter(({ what }) => what !== 'same').map(({ profile }) => profile),
    );
    expect(await supplier('reef')).toMatchObject({ origin: 'imported', verified: false });
    expect(await supplier('cascade')).toMatchObject({ hosts: ['new.cascade.example'], verified: false });
    expect(await supplier('meridian')).toMatchObject({ verified: true });
  });

  it('never takes away what is known here: a DEA number that the file leaves open stays', async () => {
    const { supplier: known } = demoProfile('cascade', 'companion');
    const nameless = { ...demoProfile('cascade', 'companion'), supplier: { ...known, deaNumber: null } };
    const [change] = await world.desk.profileChanges(profileFile([nameless]));
    expect(change?.profile.supplier.deaNumber).toBe(known.deaNumber);
  });

  it('speaks of the supplier that has its site, under whatever id', async () => {
    const [change] = await world.desk.profileChanges(profileFile([{ ...reef, hosts: ['cascade.example'] }]));
    expect(change).toMatchObject({ what: 'changed', profile: { id: 'cascade' }, before: { id: 'cascade' } });
  });

  it('is refused whole where one profile isn’t one', async () => {
    const bad = { ...reef, id: 'bad', hosts: ['*'] };
    await expect(world.desk.takeProfiles([reef, bad])).rejects.toMatchObject({ code: 'input/malformed' });
    expect(await supplier('reef')).toBeUndefined();
  });
});

describe('a policy of the organisation', () => {
  const entry = { id: 'reef', hosts: ['reef.example'], supplier: { name: 'Reef Supply' }, mode: 'companion' };
  const policy = { profiles: [{ ...entry, hosts: ['*'], id: 'bad' }, entry] };

  it('sets suppliers, says which entry it can’t take, and records nothing the second time', async () => {
    const refused = await applyPolicy(world.ports, policy);
    expect(refused).toMatchObject([{ code: 'portal/profile-malformed', params: { entry: '1 (bad)' } }]);
    expect(await supplier('reef')).toMatchObject({ origin: 'policy', verified: false });
    const heads = await world.ports.archive.heads();
    await applyPolicy(world.ports, policy);
    expect(await world.ports.archive.heads()).toEqual(heads);
  });

  it('is not overruled here; what it leaves open may be completed, confirmed and taught', async () => {
    await applyPolicy(world.ports, policy);
    const reef = (await supplier('reef')) as PortalProfile;
    await expect(world.desk.saveSupplier({ ...reef, hosts: ['else.example'] })).rejects.toMatchObject({
      code: 'portal/set-by-policy',
    });
    const [change] = await world.desk.profileChanges(profileFile([{ ...reef, mode: 'integrated' }]));
    expect(change?.what).toBe('policy');
    const { deaNumber } = demoProfile('harbor', 'companion').supplier;
    await world.desk.saveSupplier({ ...reef, supplier: { ...reef.supplier, deaNumber } });
    await takeTaught(world.ports, 'https://reef.example/', rulesFor('tr'));
    await world.desk.confirmSupplier('reef');
    await applyPolicy(world.ports, policy);
    expect(await supplier('reef')).toMatchObject({
      ...{ verified: true, reading: rulesFor('tr'), origin: 'policy' },
      supplier: { deaNumber },
    });
  });

  it('that says how a portal is read is not taught over', async () => {
    await applyPolicy(world.ports, { profiles: [{ ...entry, reading: rulesFor('tr') }] });
    await expect(takeTaught(world.ports, 'https://reef.example/', rulesFor('li'))).rejects.toMatchObject({
      code: 'portal/set-by-policy',
    });
    await expect(world.desk.forgetTaught('reef')).rejects.toMatchObject({ code: 'portal/set-by-policy' });
  });

  it('that no longer names a supplier leaves it to the people here', async () => {
    await applyPolicy(world.ports, policy);
    await applyPolicy(world.ports, {});
    const reef = (await supplier('reef')) as PortalProfile;
    expect(reef.origin).toBe('imported');
    await world.desk.saveSupplier({ ...reef, hosts: ['else.example'] });
    expect((await supplier('reef'))?.hosts).toEqual(['else.example']);
  });

  it('takes over the supplier that people had set up for the same site, under its id', async () => {
    await applyPolicy(world.ports, { profiles: [{ ...entry, hosts: ['cascade.example'] }] });
    expect(await supplier('cascade')).toMatchObject({ origin: 'policy', supplier: { name: 'Reef Supply' } });
    expect(await supplier('reef')).toBeUndefined();
  });

  it('of another form is refused whole', async () => {
    expect(await applyPolicy(world.ports, { profiles: 7 })).toMatchObject([
      { code: 'portal/profile-file-unreadable' },
    ]);
  });
});
