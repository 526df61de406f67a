import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import type { BesideRecord } from '@/lib/order';
import { deskWorld, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';

const on = (date: string) => date as PlainDate;
const HOUR = 3_600_000;
const REASON = 'the courier comes tomorrow at nine';

let world: DeskWorld;
let personId: string;
beforeEach(async () => {
  world = await deskWorld();
  personId = (await world.desk.people())[0]?.id ?? '';
});

const by = () => ({ commandId: crypto.randomUUID(), personId, pin: PIN });
const kinds = async () => (await world.desk.due()).items.map(({ kind, level }) => `${kind} ${level}`);
const record = (kind: BesideRecord['kind']): Omit<BesideRecord, 'id' | 'registrant'> => ({
  kind,
  date: on('2026-11-19'),
  other: kind === 'loss' ? null : { name: 'Meridian Drug', deaNumber: null },
  reference: '231234567',
  lines: [
    {
      ...{ lineNumber: 1, name: 'OXYCODONE HCL TAB 10MG 100', ndc11: null, strength: null, schedule: '2' },
      ...{ packageSize: 100, packages: 4, looseUnits: 0 },
    },
  ],
  note: null,
  files: [],
});
const enter = (kind: BesideRecord['kind']) => world.desk.enterRecord({ ...by(), record: record(kind) });
const saveSettings = (settings: Parameters<DeskWorld['desk']['saveSettings']>[0]['settings']) =>
  world.desk.saveSettings({ ...by(), settings });

describe('what is due', () => {
  it('comes from records beside CSOS, losses and duties in hours, and ends with them', async () => {
    expect(await kinds()).toEqual([]);
    const paper = await enter('paper-222');
    const loss = await enter('loss');
    expect(await kinds()).toEqual(['loss-notice loud', 'beside-receipt normal', 'loss-form-106 quiet']);
    const view = await world.desk.due();
    expect(view.summary).toMatchObject({
      level: 'loud',
      due: [`loss-notice:${loss}`, `beside-receipt:${paper}`],
    });

    const certificate = await world.importPfx('full');
    const report = { certificate, substantiatedAt: START - HOUR, note: 'the note with its password is gone' };
    await world.desk.reportKeyCompromised({ ...by(), ...report });
    const [first] = (await world.desk.due()).items.filter(({ kind }) => kind === 'key-compromised');
    expect(first).toMatchObject({ level: 'loud', params: { count: 23 }, waitsUntil: null });
    await world.desk.settleDuty({ ...by(), duty: first?.key ?? '', at: START, note: null });
    expect(await kinds()).not.toContain('key-compromised loud');
  });

  it('tells of a copy that is overdue, counted from the oldest record it lacks', async () => {
    world.ports.now = START + 35 * HOUR;
    expect(await kinds()).toEqual([]);
    world.ports.now = START + 37 * HOUR;
    expect(await kinds()).toEqual(['copy-overdue normal']);
    await saveSettings({ copyEveryHours: 48 });
    expect(await kinds()).toEqual([]);
  });

  it('tells of a revocation list that has ended, not of one that was never had', async () => {
    await world.importPfx('full');
    world.ports.crlsReachable = false;
    expect(await kinds()).toEqual([]);
    world.ports.crlsReachable = true;
    expect(await world.desk.fetchLists()).toEqual([]);
    expect(await kinds()).toEqual([]);
    await saveSettings({ copyEveryHours: 168 });
    const ends = (await world.ports.archive.lists.all()).map(({ nextUpdate }) => nextUpdate ?? 0);
    world.ports.now = Math.min(...ends) + HOUR;
    const items = (await world.desk.due()).items.filter(({ kind }) => kind === 'crl-stale');
    expect(items.map(({ params }) => params.name).sort()).toEqual([
      'Countersign Demo CSOS Sub CA',
      'Countersign Demo E-Commerce Root CA',
    ]);
  });

  it('follows the pharmacy’s quiet hours and its days of delivery', async () => {
    await enter('paper-222');
    expect((await world.desk.due()).summary.notify).toHaveLength(1);
    // START is noon in Chicago.
    await saveSettings({ quietFrom: '11:00', quietUntil: '13:00' });
    expect((await world.desk.due()).summary).toMatchObject({ due: { length: 1 }, notify: [] });
    await saveSettings({ deliveryBusinessDays: 2 });
    expect(await kinds()).toEqual(['beside-receipt quiet']);
  });
});

describe('snooze', () => {
  const put = async (change: Partial<Parameters<DeskWorld['desk']['snooze']>[0]> = {}) => {
    const key = (await world.desk.due()).items[0]?.key ?? '';
    await world.desk.snooze({ ...by(), key, until: on('2026-11-24'), reason: REASON, ...change });
  };

  it('takes a thing off the badge until its day, on record, and leaves it in the list', async () => {
    const id = await enter('paper-222');
    await put();
    const view = await world.desk.due();
    expect(view.items).toMatchObject([{ key: `beside-receipt:${id}`, snoozedUntil: '2026-11-24' }]);
    expect(view.summary).toEqual({ due: [], level: 'quiet', notify: [] });
    expect((await world.ports.archive.directory()).snoozed).toMatchObject({
      [`beside-receipt:${id}`]: { reason: REASON, who: personId },
    });
    world.ports.now = START + 24 * HOUR;
    expect((await world.desk.due()).summary.due).toEqual([`beside-receipt:${id}`]);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('is refused past its day, without a reason, of what isn’t due, by who may not, and where hours count', async () => {
    const refused = async (work: Promise<unknown>, code: string) => {
      await expect(work).rejects.toMatchObject({ code });
    };
    await refused(put(), 'due/unknown');
    await enter('paper-222');
    await refused(put({ until: on('2026-11-25') }), 'due/until');
    await refused(put({ until: on('2026-11-23') }), 'due/until');
    await refused(put({ reason: 'later' }), 'record/reason-missing');
    await refused(put({ pin: '9999' }), 'people/wrong-pin');
    const tim = await world.desk.addPerson({ name: 'Tim Reyes', role: 'technician', pin: '1357' });
    await refused(put({ personId: tim.id, pin: '1357' }), 'people/not-allowed');
    await enter('loss');
    await refused(put(), 'due/not-put-off');
    expect((await world.ports.archive.directory()).snoozed).toEqual({});
  });
});
