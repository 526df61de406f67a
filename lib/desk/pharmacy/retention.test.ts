import { beforeEach, describe, expect, it } from 'vitest';
import type { DeaNumber, PlainDate } from '@/lib/base';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';

let world: DeskWorld;
let dana: string;
let home: DeaNumber;
beforeEach(async () => {
  world = await deskWorld();
  dana = (await world.desk.people())[0]?.id ?? '';
  home = (await world.desk.registrants())[0]?.deaNumber as DeaNumber;
});

const by = (personId = dana, pin = PIN) => ({ commandId: crypto.randomUUID(), personId, pin });
const purge = () => world.desk.purge({ personId: dana, pin: PIN, onProgress: () => undefined });

describe('retention', () => {
  it('is by location, never below what the law wants, and set by those who may', async () => {
    await world.desk.saveRetention({ ...by(), registrant: home, years: 6 });
    expect(await world.desk.retention()).toMatchObject({
      years: 2,
      locations: [{ deaNumber: home, years: 6 }],
      holds: [],
    });
    expect(await world.desk.purgeable()).toMatchObject({ years: 2, locations: [{ years: 6 }] });
    for (const years of [1, 2.5, 51, NaN])
      await expect(world.desk.saveRetention({ ...by(), registrant: home, years })).rejects.toMatchObject({
        code: 'settings/invalid',
      });
    const other = 'BC1234563' as DeaNumber;
    await expect(world.desk.saveRetention({ ...by(), registrant: other, years: 6 })).rejects.toMatchObject({
      code: 'registrant/unknown',
    });
    const tess = await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '1357' });
    await expect(
      world.desk.saveRetention({ ...by(tess.id, '1357'), registrant: home, years: 6 }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
    await world.desk.saveRetention({ ...by(), registrant: home, years: null });
    expect((await world.desk.retention()).locations).toMatchObject([{ years: null }]);
  });
});

describe('a legal hold', () => {
  it('has a reason and whoever placed it, and ends only when it is named', async () => {
    const reason = 'subpoena of the county court';
    await expect(
      world.desk.placeHold({ ...by(), registrant: null, reason: 'because' }),
    ).rejects.toMatchObject({ code: 'record/reason-missing' });
    await world.desk.placeHold({ ...by(), registrant: null, reason });
    await world.desk.placeHold({ ...by(), registrant: home, reason: 'the board’s inspection' });
    const { holds } = await world.desk.retention();
    expect(holds).toMatchObject([
      { registrant: null, registrantName: null, reason, by: 'Dana Okafor' },
      { registrant: home, by: 'Dana Okafor' },
    ]);
    await expect(purge()).rejects.toMatchObject({ code: 'archive/legal-hold' });
    // A form that still shows what was before the hold lifts nothing by being saved.
    await world.desk.saveSettings({
      ...by(),
      settings: { retentionYears: 3, extraHolidays: ['2026-12-24' as PlainDate] },
    });
    expect(await world.desk.settings()).toMatchObject({ legalHold: true, retentionYears: 3 });
    await expect(
      world.desk.saveSettings({ ...by(), settings: { legalHold: false } as never }),
    ).rejects.toThrow();
    expect(await world.desk.settings()).toMatchObject({ legalHold: true });
    const lift = (hold: string) =>
      world.desk.liftHold({ ...by(), hold, reason: 'the court closed the matter' });
    await lift(holds[0]?.id ?? '');
    expect((await world.desk.retention()).holds).toMatchObject([{ registrant: home }]);
    await expect(lift(holds[0]?.id ?? '')).rejects.toMatchObject({ code: 'hold/unknown' });
    expect(await purge()).toBe(0);
  });
});
