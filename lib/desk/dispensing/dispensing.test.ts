import { beforeAll, describe, expect, it } from 'vitest';
import { parseNdc, type PlainDate } from '@/lib/base';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { guessDispensingColumns } from './columns';

const PATIENT = 'Zebulon Quackenbush';
const HEADER = 'Rx Number,Patient Name,Date of Birth,Date Filled,Drug Name,NDC,Qty Dispensed,Prescriber';
const row = (date: string, drug: string, quantity: string, ndc = '') =>
  `7712345,"${PATIENT}",1961-07-04,${date},${drug},${ndc},${quantity},Dr. Ambrose Ferncastle`;
const REPORT = [
  HEADER,
  row('2026-09-04', 'OXYCODONE HCL 10MG TAB', '30'),
  row('2026-09-04', 'OXYCODONE HCL 5MG TAB', '60'),
  row('10/05/2026', 'LISINOPRIL 10MG TAB', '90'),
  row('2026-10-05', 'METFORMIN 500MG TAB', '"1,180"'),
  row('2026-10-06', 'FENTANYL 25MCG/HR PATCH', '10'),
  row('2026-10-06', 'OXYCODONE HCL TAB', '10'),
  row('2031-10-06', 'OXYCODONE HCL 10MG TAB', '10'),
  row('1969-12-31', 'OXYCODONE HCL 10MG TAB', '10'),
  row('2026-10-07', 'OXYCODONE HCL 10MG TAB', '-30'),
  row('2026-10-07', 'OXYCODONE HCL 10MG TAB', '1000000000'),
  row('2026-10-07', 'OXYCODONE HCL 10MG TAB', '0'),
  row('2026-10-07', '', '10', '99999-9999-99'),
].join('\n');
const none = () => undefined;

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
});

const days = () => world.ports.archive.dispensed('2026-01-01' as PlainDate, '2026-12-31' as PlainDate);

/** Every record of the archive, as it lies there. */
async function everything(): Promise<string> {
  let text = '';
  for await (const batch of world.ports.archive.exportEvents()) text += JSON.stringify(batch);
  return text + JSON.stringify(await world.ports.archive.directory());
}

describe('what was dispensed', () => {
  it('is read of four columns, and the preview shows no other', async () => {
    expect(guessDispensingColumns(HEADER.split(','))).toEqual({ date: 3, ndc: 5, product: 4, quantity: 6 });
    const preview = await world.desk.previewDispensing(REPORT);
    expect(preview).toMatchObject({ rows: 12, missing: [] });
    expect(preview.dropped).toEqual(['Rx Number', 'Patient Name', 'Date of Birth', 'Prescriber']);
    expect(preview.first[0]?.line).toMatchObject({
      date: '2026-09-04',
      quantity: 30,
      substance: 'oxycodone',
    });
    expect(preview.first[2]?.line).toMatchObject({ date: '2026-10-05', substance: null });
    expect(JSON.stringify(preview)).not.toContain(PATIENT);
    expect(JSON.stringify(preview)).not.toContain('Ferncastle');
    // As the import would read it: of a day ahead nothing can have been dispensed.
    expect(preview.first[6]?.fault?.code).toBe('dispensed/no-date');
    await expect(world.desk.previewDispensing('nothing')).rejects.toMatchObject({ code: 'import/not-a-csv' });
    const torn = 'Date,Drug,Qty\n2026-09-01,"OXYCODONE HCL 10MG TAB,30\n2026-09-02,LISINOPRIL 10MG TAB,90\n';
    const broken = { code: 'import/quotes-broken', params: { row: 2 } };
    await expect(world.desk.previewDispensing(torn)).rejects.toMatchObject(broken);
    await expect(world.desk.importDispensing('x.csv', torn, none)).rejects.toMatchObject(broken);
  });

  it('is recorded as sums a day and substance, without a trace of patients', async () => {
    const told: number[] = [];
    const report = await world.desk.importDispensing('rx.csv', REPORT, (done, total) => {
      expect(total).toBe(12);
      told.push(done);
    });
    expect(report).toMatchObject({ taken: 5, sums: 3, refused: 7 });
    expect(report.faults.map(({ row: at, fault }) => [at, fault.code])).toEqual([
      [6, 'dispensed/no-product'],
      [7, 'dispensed/no-date'],
      [8, 'dispensed/no-date'],
      [9, 'dispensed/no-quantity'],
      [10, 'dispensed/no-quantity'],
      [11, 'dispensed/no-quantity'],
      [12, 'dispensed/no-product'],
    ]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(12);
    const [oxycodone, others, fentanyl] = await days();
    // 30 × 10 mg and 60 × 5 mg, times 1.5.
    expect(oxycodone).toMatchObject({ date: '2026-09-04', substanceCode: '9143', units: 90, mme: 900 });
    expect(others).toMatchObject({ date: '2026-10-05', substanceCode: null, units: 1_270, mme: null });
    // 25 mcg an hour × 2.4 × 3 days × 10 patches.
    expect(fentanyl).toMatchObject({ substanceCode: '9801', units: 10, mme: 1_800 });
    const stored = await everything();
    for (const secret of [PATIENT, 'Quackenbush', '1961-07-04', '7712345', 'Ferncastle', 'LISINOPRIL'])
      expect(stored).not.toContain(secret);
    expect(stored).toContain('dispensed.imported');
  });

  it('is taken once, also under other columns and with other line ends', async () => {
    const before = await days();
    for (const text of [REPORT, REPORT.replaceAll('\n', '\r\n')])
      await expect(world.desk.importDispensing('again.csv', text, none)).rejects.toMatchObject({
        code: 'import/known',
        params: { file: 'rx.csv', name: 'Dana Okafor' },
      });
    const { mapping } = await world.desk.previewDispensing(REPORT);
    await expect(
      world.desk.importDispensing('again.csv', REPORT, none, { ...mapping, dayOrder: 'day-first' }),
    ).rejects.toMatchObject({ code: 'import/known' });
    expect(await days()).toEqual(before);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('asks for its columns, and for the product where the NDC directory doesn’t know it', async () => {
    await expect(world.desk.importDispensing('x.csv', 'a,b\n1,2\n', none)).rejects.toMatchObject({
      code: 'import/column-missing',
    });
    const ndc = parseNdc('99999-9999-99');
    const dana = (await world.desk.people())[0]?.id ?? '';
    const facts = { substanceCode: '9143', strengthMg: 10, form: 'tablet', packageSize: 100, schedule: null };
    await world.ports.archive.append({
      ...{ commandId: 'said', who: dana, orderId: null },
      events: [{ type: 'product.set', payload: { key: `ndc:${ndc ?? ''}`, facts, from: 'person' } }],
    });
    const text = `${HEADER}\n${row('2026-08-01', '', '40', '99999-9999-99')}\n`;
    expect((await world.desk.previewDispensing(text)).first[0]?.line?.substance).toBe('oxycodone');
    expect(await world.desk.importDispensing('ndc.csv', text, none)).toMatchObject({ taken: 1, refused: 0 });
    expect((await days())[0]).toMatchObject({
      date: '2026-08-01',
      substanceCode: '9143',
      units: 40,
      mme: 600,
    });
  });

  it('can be withdrawn, counts no longer, and can be brought in again', async () => {
    const dana = (await world.desk.people())[0]?.id ?? '';
    const first = (await world.desk.dispensingImports()).find(({ file }) => file === 'rx.csv');
    expect(first).toMatchObject({ rows: 3, from: '2026-09-04', to: '2026-10-06', withdrawn: null });
    const act = { commandId: 'back', personId: dana, pin: PIN, importId: first?.id ?? '' };
    await expect(world.desk.withdrawDispensing({ ...act, reason: 'no' })).rejects.toMatchObject({
      code: 'record/reason-missing',
    });
    await expect(
      world.desk.withdrawDispensing({ ...act, importId: 'x', reason: 'another pharmacy’s file' }),
    ).rejects.toMatchObject({ code: 'import/unknown' });
    await world.desk.withdrawDispensing({ ...act, reason: 'another pharmacy’s file' });
    expect((await days()).map(({ date }) => date)).toEqual(['2026-08-01']);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
    await world.desk.importDispensing('rx.csv', REPORT, none);
    const found = await days();
    // The product that somebody spoke of meanwhile among them.
    expect(found.length).toBe(5);
    await world.ports.archive.rebuild();
    expect(await days()).toEqual(found);
    expect((await world.desk.dispensingImports()).map(({ withdrawn }) => withdrawn?.whoName)).toEqual([
      ...[undefined, undefined, 'Dana Okafor'],
    ]);
  });

  it('of days that are here already is taken only where somebody says that it is of another place', async () => {
    const other = [
      HEADER,
      row('2026-09-20', 'FENTANYL 25MCG/HR PATCH', '10'),
      row('2026-09-20', 'FENTANYL CITRATE 50MCG/ML INJ', '5'),
    ].join('\n');
    const before = await days();
    await expect(world.desk.importDispensing('other.csv', other, none)).rejects.toMatchObject({
      ...{ code: 'import/overlaps', params: { file: 'rx.csv', from: '2026-09-04', to: '2026-10-07' } },
    });
    expect(await days()).toEqual(before);
    const said = { despiteOverlap: true };
    expect(await world.desk.importDispensing('other.csv', other, none, undefined, said)).toMatchObject({
      taken: 2,
    });
    // An injection has no factor: what of the day is known isn't told as the whole of it.
    expect((await days()).find(({ date }) => date === '2026-09-20')).toMatchObject({
      ...{ units: 15, mme: null },
    });
  });

  it('stays unknown where one of two files of a day doesn’t know it, until that one is withdrawn', async () => {
    const { desk, ports } = world;
    const fentanyl = async () =>
      (await days()).find(({ date, substanceCode }) => date === '2026-10-06' && substanceCode === '9801');
    expect(await fentanyl()).toMatchObject({ units: 10, mme: 1_800 });
    const text = [HEADER, row('2026-10-06', 'FENTANYL CITRATE 50MCG/ML INJ', '5')].join('\n');
    const said = { despiteOverlap: true };
    await desk.importDispensing('second-place.csv', text, none, undefined, said);
    expect(await fentanyl()).toMatchObject({ units: 15, mme: null });
    await ports.archive.rebuild();
    expect(await fentanyl()).toMatchObject({ units: 15, mme: null });
    const personId = (await desk.people())[0]?.id ?? '';
    const second = (await desk.dispensingImports()).find(({ file }) => file === 'second-place.csv');
    const act = { commandId: 'second-back', personId, pin: PIN, importId: second?.id ?? '' };
    await desk.withdrawDispensing({ ...act, reason: 'another pharmacy’s file' });
    expect(await fentanyl()).toMatchObject({ units: 10, mme: 1_800 });
    expect(await ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('of many rows is taken with progress', async () => {
    const drugs = ['OXYCODONE HCL 10MG TAB', 'LISINOPRIL 10MG TAB', 'ALPRAZOLAM 0.5MG TAB'];
    const lines = Array.from({ length: 20_000 }, (_, n) =>
      row(`2025-${String((n % 12) + 1).padStart(2, '0')}-11`, drugs[n % 3] ?? '', '30'),
    );
    const told: number[] = [];
    const text = [HEADER, ...lines].join('\n');
    const report = await world.desk.importDispensing('year.csv', text, (done) => told.push(done));
    expect(report).toMatchObject({ taken: 20_000, refused: 0 });
    expect(told.length).toBeGreaterThan(10);
  }, 30_000);
});
