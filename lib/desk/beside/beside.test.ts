import { beforeEach, describe, expect, it } from 'vitest';
import type { DeaNumber, Ndc11, PlainDate } from '@/lib/base';
import type { BesideRecord } from '@/lib/order';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';

const on = (date: string) => date as PlainDate;

/** 4 bottles of 100 tablets of 10 mg. */
const paper: Omit<BesideRecord, 'id' | 'registrant'> = {
  kind: 'paper-222',
  date: on('2026-11-20'),
  other: { name: 'Meridian Drug', deaNumber: 'RE1234563' },
  reference: '231234567',
  lines: [
    {
      lineNumber: 1,
      name: 'OXYCODONE HCL TAB 10MG 100',
      ndc11: '00406855201' as Ndc11,
      strength: null,
      schedule: '2',
      packageSize: 100,
      packages: 4,
      looseUnits: 0,
    },
  ],
  note: null,
  files: [],
};

let world: DeskWorld;
let personId: string;
beforeEach(async () => {
  world = await deskWorld();
  const [first] = await world.desk.people();
  personId = first?.id ?? '';
});

const act = (id: string, expectedVersion: number) => ({
  ...{ commandId: crypto.randomUUID(), id, expectedVersion, personId, pin: PIN },
});
const enter = (record = paper, commandId = crypto.randomUUID()) =>
  world.desk.enterRecord({ commandId, personId, pin: PIN, record });

describe('records beside CSOS', () => {
  it('are entered once, received, and found by kind; the archive stays whole', async () => {
    const commandId = crypto.randomUUID();
    const id = await enter(paper, commandId);
    expect(await enter(paper, commandId)).toBe(id);
    expect(await world.desk.besideRecords({ limit: 10 })).toHaveLength(1);
    expect(await world.ports.archive.openBeside()).toHaveLength(1);
    await world.desk.receiveRecord({
      ...act(id, 1),
      lines: [{ lineNumber: 1, packages: 4 }],
      date: on('2026-11-23'),
      verifiedBy: null,
      note: null,
    });
    const view = await world.desk.besideRecord(id);
    expect(view?.state).toMatchObject({ receiptOpen: false, lastReceivedOn: '2026-11-23', flags: [] });
    expect(view?.timeline.map(({ sentence }) => sentence)).toEqual([
      'Paper Form 222 entered',
      expect.stringMatching(/^4 packages received on Nov 23, 2026, counted by /),
    ]);
    expect(await world.ports.archive.openBeside()).toEqual([]);
    expect(await world.desk.besideRecords({ limit: 10, kind: 'invoice' })).toEqual([]);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('move the series of all suppliers: forms add, returns take off, withdrawn ones count no longer', async () => {
    const total = async () =>
      (await world.ports.archive.series('9143', on('2026-11-01'))).reduce((sum, { units }) => sum + units, 0);
    const before = await total();
    const id = await enter();
    expect(await total()).toBe(before + 400);
    const [line] = paper.lines;
    if (!line) throw new Error('no line');
    await enter({ ...paper, kind: 'return', lines: [{ ...line, packages: 1, looseUnits: 50 }] });
    expect(await total()).toBe(before + 250);
    await enter({ ...paper, kind: 'transfer-out' });
    await enter({ ...paper, kind: 'loss', other: null });
    expect(await total()).toBe(before + 250);
    await world.desk.withdrawRecord({ ...act(id, 1), reason: 'entered for another location' });
    expect(await total()).toBe(before - 150);
    await world.ports.archive.rebuild();
    expect(await total()).toBe(before - 150);
  });

  it('keep a loss open until DEA was told and Form 106 was sent', async () => {
    const id = await enter({ ...paper, kind: 'loss', other: null, reference: null });
    await world.desk.recordLossNotice({
      ...act(id, 1),
      date: on('2026-11-23'),
      how: 'e-mail to the field office',
    });
    await world.desk.recordForm106({ ...act(id, 2), date: on('2026-11-23'), reference: 'T-100' });
    expect(await world.ports.archive.openBeside()).toEqual([]);
    expect((await world.desk.besideRecord(id))?.state).toMatchObject({
      notifiedOn: '2026-11-23',
      form106On: '2026-11-23',
    });
  });

  it('ask for what is due of them, until it is recorded', async () => {
    const due = async () =>
      (await world.desk.due()).items.map(({ kind, dueOn, rule }) => `${kind} ${dueOn ?? ''} ${rule ?? ''}`);
    const form = await enter();
    await enter({ ...paper, kind: 'return', reference: 'their form' });
    await enter({ ...paper, kind: 'transfer-out', reference: 'their form' });
    // Nothing is asked for goods that left; a form's goods are counted, the day after they are expected at the latest.
    expect(await due()).toEqual(['beside-receipt 2026-11-24 21 CFR 1305.13(e)']);
    await world.desk.receiveRecord({
      ...{ ...act(form, 1), lines: [{ lineNumber: 1, packages: 4 }], date: on('2026-11-23'), note: null },
      verifiedBy: null,
    });
    expect(await due()).toEqual([]);

    // Discovered on a Friday: told by Monday, and Form 106 within 45 days.
    const loss = await enter({ ...paper, kind: 'loss', other: null, reference: null });
    expect(await due()).toEqual([
      'loss-notice 2026-11-23 21 CFR 1301.76(b)',
      'loss-form-106 2027-01-04 21 CFR 1301.76(b)',
    ]);
    await world.desk.recordLossNotice({ ...act(loss, 1), date: on('2026-11-23'), how: 'e-mail' });
    expect(await due()).toEqual(['loss-form-106 2027-01-04 21 CFR 1301.76(b)']);
    await world.desk.recordForm106({ ...act(loss, 2), date: on('2026-11-23'), reference: null });
    expect(await due()).toEqual([]);
    // Taken back, the duty is there again.
    const entry = (await world.desk.besideRecord(loss))?.timeline.at(1)?.id ?? '';
    await world.desk.withdrawRecordEntry({ ...act(loss, 3), entry, reason: 'told about another loss' });
    expect(await due()).toEqual(['loss-notice 2026-11-23 21 CFR 1301.76(b)']);
    await world.desk.withdrawRecord({ ...act(loss, 4), reason: 'the bottle was found again' });
    expect(await due()).toEqual([]);
  });

  it('are of the location that is named, in whose zone they lie, and of no stranger’s', async () => {
    const registrant = await world.desk.registrant();
    if (!registrant) throw new Error('no registrant');
    const second = 'MG1234563' as DeaNumber;
    await world.desk.saveLocation({
      ...{ commandId: 'place', personId, pin: PIN, replaces: null },
      registrant: { ...registrant, name: 'Second Store', deaNumber: second, zone: 'Pacific/Kiritimati' },
    });
    const commandId = crypto.randomUUID();
    // It is the 24th there already.
    const record = { ...paper, date: on('2026-11-24') };
    const by = { commandId, personId, pin: PIN, record };
    await expect(world.desk.enterRecord(by)).rejects.toMatchObject({ code: 'record/date-in-future' });
    const stranger = { ...by, registrant: 'AP5836727' as DeaNumber };
    await expect(world.desk.enterRecord(stranger)).rejects.toMatchObject({ code: 'registrant/unknown' });
    const id = await world.desk.enterRecord({ ...by, registrant: second });
    expect((await world.desk.besideRecord(id))?.place).toMatchObject({
      ...{ name: 'Second Store', deaNumber: second, isOther: true, zone: 'Pacific/Kiritimati' },
    });
    const counted = { lines: [{ lineNumber: 1, packages: 4 }], date: on('2026-11-24'), note: null };
    await world.desk.receiveRecord({ ...act(id, 1), ...counted, verifiedBy: null });
    expect(await world.ports.archive.openBeside()).toEqual([]);
  });

  it('keep no file that isn’t what its hash says', async () => {
    const files = [{ name: 'form.pdf', type: 'application/pdf', sha256: 'ab'.repeat(32), base64: 'AAAA' }];
    await expect(enter({ ...paper, files })).rejects.toMatchObject({ code: 'act/file-damaged' });
  });

  it('can be corrected with a reason, and a receipt be taken back', async () => {
    const id = await enter();
    await world.desk.receiveRecord({
      ...act(id, 1),
      lines: [{ lineNumber: 1, packages: 40 }],
      date: on('2026-11-23'),
      verifiedBy: null,
      note: null,
    });
    const receipt = (await world.desk.besideRecord(id))?.timeline[1]?.id ?? '';
    await world.desk.withdrawRecordEntry({ ...act(id, 2), entry: receipt, reason: 'typed 40 where 4 came' });
    await world.desk.correctRecord({
      ...act(id, 3),
      record: { ...paper, reference: '231234568' },
      reason: 'the serial number was misread',
    });
    const view = await world.desk.besideRecord(id);
    expect(view?.state).toMatchObject({
      corrected: true,
      receiptOpen: true,
      record: { reference: '231234568' },
    });
    expect(view?.timeline.some(({ mayBeTakenBack }) => mayBeTakenBack)).toBe(false);
    await expect(
      world.desk.withdrawRecordEntry({ ...act(id, 4), entry: receipt, reason: 'taken back once more' }),
    ).rejects.toMatchObject({ code: 'record/unknown' });
  });

  it('are refused where they can’t be written down, and then nothing is', async () => {
    const refused = async (work: Promise<unknown>, code: string) => {
      await expect(work).rejects.toMatchObject({ code });
    };
    await refused(enter({ ...paper, date: on('2026-11-24') }), 'record/date-in-future');
    await refused(enter({ ...paper, lines: [] }), 'record/no-lines');
    expect(await world.desk.besideRecords({ limit: 10 })).toEqual([]);
    const id = await enter();
    const date = on('2026-11-23');
    await refused(world.desk.recordLossNotice({ ...act(id, 1), date, how: 'letter' }), 'record/not-a-loss');
    await refused(world.desk.withdrawRecord({ ...act(id, 1), reason: 'oops' }), 'record/reason-missing');
    await refused(
      world.desk.withdrawRecord({ ...act(id, 0), reason: 'entered a second time' }),
      'archive/version-conflict',
    );
    await refused(
      world.desk.withdrawRecord({ ...act(id, 1), pin: '9999', reason: 'entered a second time' }),
      'people/wrong-pin',
    );
    await refused(
      world.desk.withdrawRecord({ ...act('record-none', 1), reason: 'entered a second time' }),
      'record/unknown',
    );
    await world.desk.withdrawRecord({ ...act(id, 1), reason: 'entered a second time' });
    const lines = [{ lineNumber: 1, packages: 4 }];
    await refused(
      world.desk.receiveRecord({ ...act(id, 2), lines, date, verifiedBy: null, note: null }),
      'record/withdrawn',
    );
  });
});
