import { beforeAll, describe, expect, it } from 'vitest';
import { fromCsv } from '@/lib/documents';
import { demoProfile } from '@/tests/desk/demo-profile';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { pageHash } from '@/lib/portal';
import { lookAtPage, openRequest } from '../background';
import type { Acting } from '../pharmacy/views';

const OTHERS = [
  'date,supplier,product,package_size,packages',
  '2026-10-20,harbor,LISINOPRIL 10MG TAB,1000,4',
  '2026-09-01,harbor,LISINOPRIL 10MG TAB,1000,5',
  '2026-06-01,harbor,LISINOPRIL 10MG TAB,1000,9',
  '2026-10-20,harbor,XQ UNREADABLE OXYCODONE,,2',
  // A slip of the year: nobody orders in 2031.
  '2031-01-20,harbor,OXYCODONE HCL 10MG TAB,100,3',
  '1931-01-20,harbor,OXYCODONE HCL 10MG TAB,100,3',
  '',
].join('\n');
const REASON = { kind: 'pharmacy-closed', detail: 'Elm Street Drugs closed on 1 November' } as const;
const none = () => undefined;

let world: DeskWorld;
let acts = 0;
let dana: Omit<Acting, 'commandId'>;
beforeAll(async () => {
  world = await deskWorld();
  dana = { personId: (await world.desk.people())[0]?.id ?? '', pin: PIN };
  await bringUsualHistory(world.desk);
  const { refused } = await world.desk.importHistory('others.csv', OTHERS, none);
  if (refused.length !== 1) throw new Error('a year before 1970 was taken');
});
const acting = (): Acting => ({ commandId: `act-${(acts += 1)}`, ...dana });

async function ask(packages: number): Promise<string> {
  const page = seenPage({ lines: [seenLine({ ...oxycodone, packages: String(packages) })] });
  const { draft, supplier } = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  const id = `request-${packages}`;
  await openRequest(world.ports, {
    ...{ id, mode: 'now', draft, pageHash: pageHash(page), delivery: 'page-field' },
    page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: id },
    supplierId: supplier?.id ?? null,
  });
  return id;
}

/** Every number in a view, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('monitoring', () => {
  it('shows running substances with their months, the last order judged, and what isn’t counted', async () => {
    const overview = await world.desk.somOverview();
    expect(overview.substances).toMatchObject([
      {
        ...{ code: '9143', name: 'oxycodone', schedule: '2', monthUnits: 600, limit: null },
        last: { date: '2026-11-13', level: 'none' },
        history: { orders: 24, suppliers: 2 },
        confidence: 'usual',
      },
    ]);
    const views = [overview, await world.desk.somSubstance('9143')];
    expect(numbersIn(views).every(Number.isFinite)).toBe(true);
    const [oxy] = overview.substances;
    expect(oxy?.months.length).toBe(13);
    expect(oxy?.last.sentence).toBe('Nothing unusual against 23 earlier orders.');
    const late = async (name: string) => {
      const text = `date,supplier,product,package_size,packages\n2026-11-14,harbor,${name},,2\n`;
      await world.desk.importHistory(`${name}.csv`, text, none);
      return (await world.desk.somOverview()).substances.find(({ code }) => code === '9143')?.last;
    };
    // A line that may be of it isn't read: nothing is called usual.
    expect(await late('XQ UNREADABLE ALPRAZOLAM')).toEqual(oxy?.last);
    const unread = await late('XQ UNREADABLE OXYCODONE');
    expect(unread?.level).toBe('unchecked');
    expect(unread?.sentence).toMatch(/^Not checked whole, because lines of Nov 13/);
    expect(overview.unknownProducts).toMatchObject({ count: 2, lines: 4, more: false });
  });

  it('sets an own limit, by whoever may, and shows where the month stands', async () => {
    await world.desk.setLimit({ ...acting(), code: '9143', units: 800 });
    const shown = await world.desk.somSubstance('9143');
    expect(shown?.limit).toMatchObject({ limit: 800, units: 600, share: 0.75, step: '75' });
    expect(shown?.limitSet).toMatchObject({ units: 800, whoName: 'Dana Okafor' });
    expect(shown?.limit?.projected?.from).toBe('pattern');
    for (const units of [0, -1, NaN, Infinity, 1e9])
      await expect(world.desk.setLimit({ ...acting(), code: '9143', units })).rejects.toMatchObject({
        code: 'som/limit-invalid',
      });
    await expect(world.desk.setLimit({ ...acting(), code: 'x', units: 5 })).rejects.toMatchObject({
      code: 'som/substance-unknown',
    });
    const tech = await world.desk.addPerson({ name: 'Tim Reyes', role: 'technician', pin: '1357' });
    await expect(
      world.desk.setLimit({ commandId: 'tim', personId: tech.id, pin: '1357', code: '9143', units: 5 }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
    expect(await world.desk.somSubstance('nothing')).toBeNull();
  });

  it('draws an order on top of its month, and warns in the one message of the popup with thirteen months', async () => {
    const id = await ask(40);
    const [drawn, ...more] = await world.desk.somPictures(id);
    expect(more).toEqual([]);
    expect(drawn).toMatchObject({
      ...{ substanceCode: '9143', name: 'oxycodone' },
      picture: { candidate: { units: 4_000 }, limit: 800 },
      limit: { units: 4_600, step: '100' },
      supplierNames: { meridian: 'Meridian Drug' },
    });
    const edits = { certificate: '', lines: { 1: { packageSize: 50 } }, supplier: {} };
    const [edited] = await world.desk.somPictures(id, edits);
    expect(edited?.picture.candidate).toMatchObject({ units: 2_000 });
    expect(await world.desk.somPictures('nobody’s')).toEqual([]);
    const { watch } = await world.desk.due();
    expect(watch[0]).toMatchObject({ substance: 'oxycodone', level: 'stop', limit: { step: '75' } });
    expect(watch[0]?.months?.length).toBe(13);
    expect(JSON.stringify(watch).length).toBeLessThan(1_000);
  });

  it('compares families with what isn’t controlled, and says why where it can’t', async () => {
    const view = await world.desk.somRatios();
    expect(view).toMatchObject({ source: 'orders', gaps: ['short-history'] });
    // Of 90 days: eight orders of 300, and 9,000 others.
    expect(view.all.units.at(-1)).toBe(2_400);
    expect(view.all.ratios.at(-1)).toBeCloseTo(0.267, 3);
    expect(view.mme.months.at(-1)).toEqual({ month: '2026-11', mme: 9_000 });
    expect(await world.desk.ratioHeadline()).toEqual({
      checked: true,
      sentence:
        'For 100 units that aren’t controlled, 26.7 of the ten highly diverted families, Aug 26, 2026 to Nov 23, 2026; 30 in the 360 days before.',
    });
    await world.desk.importDispensing(
      'rx.csv',
      'Date,Drug,Qty\n2026-11-20,OXYCODONE HCL 10MG TAB,30\n2026-11-20,LISINOPRIL 10MG TAB,90\n',
      none,
    );
    // One day of ninety says nothing of them.
    expect((await world.desk.somRatios()).source).toBe('orders');
    await world.desk.importDispensing(
      'rx.csv',
      'Date,Drug,Qty\n2026-08-24,LISINOPRIL 10MG TAB,90\n2026-11-18,OXYCODONE HCL 10MG TAB,30\n',
      none,
    );
    const dispensed = await world.desk.somRatios();
    expect(dispensed).toMatchObject({ source: 'dispensing', strengths: view.strengths });
    expect(dispensed.blocks.at(-1)?.to).toBe('2026-11-20');
    expect(dispensed.all.ratios.at(-1)).toBeCloseTo(1 / 3, 9);
  });

  it('asks a supplier for more with three months by family, thirteen of the substance, and a reason', async () => {
    const wish = { code: '9143', supplierId: 'meridian', units: 4_000, reason: REASON };
    const model = await world.desk.requestIncrease({ ...acting(), ...wish });
    expect(model).toMatchObject({
      ...{ units: 4_000, whoName: 'Dana Okafor', reason: REASON, substance: { name: 'oxycodone' } },
      months: ['2026-08', '2026-09', '2026-10', '2026-11'],
      families: [{ family: 'oxycodone', units: [900, 900, 900, 600] }],
    });
    expect(model.trend.length).toBe(13);
    expect(model.trend.at(-1)).toEqual({ month: '2026-11', units: 600, ofSupplier: 300 });
    // No other supplier is named in what goes to this one.
    expect(JSON.stringify(model).toLowerCase()).not.toContain('harbor');
    const [titles, ...rows] = fromCsv(world.desk.increaseCsv(model).replace(/^\ufeff/, ''));
    expect(titles?.[1]).toBe('Units ordered, all suppliers');
    expect(rows.at(-1)).toEqual(['2026-11', '600', '300']);
    expect((await world.desk.somSubstance('9143'))?.increases).toMatchObject([
      { supplierId: 'meridian', units: 4_000, reason: REASON, whoName: 'Dana Okafor' },
    ]);
    const refused = async (more: object) =>
      world.desk.requestIncrease({ ...acting(), ...wish, ...more }).then(none, (error: unknown) => error);
    expect(await refused({ supplierId: 'x' })).toMatchObject({ code: 'som/supplier-unknown' });
    expect(await refused({ units: -3 })).toMatchObject({ code: 'som/limit-invalid' });
    expect(await refused({ reason: { kind: 'other', detail: 'please please' } })).toMatchObject({
      code: 'som/reason-unspecific',
    });
  });

  it('shows a supplier once, whether a file names it by id, name or DEA number', async () => {
    const before = await world.desk.somSubstance('9143');
    const { name, deaNumber } = demoProfile('harbor', 'integrated').supplier;
    const rows = [name?.toUpperCase(), deaNumber].map(
      (said) => `2026-11-02,"${said}",OXYCODONE HCL 10MG TAB,100,1`,
    );
    await world.desk.importHistory(
      'names.csv',
      ['date,supplier,product,package_size,packages', ...rows].join('\n'),
      none,
    );
    const after = await world.desk.somSubstance('9143');
    expect(after?.picture.months.at(-1)?.total).toBe((before?.picture.months.at(-1)?.total ?? 0) + 200);
    expect(after?.picture.suppliers).toHaveLength(before?.picture.suppliers.length ?? 0);
    expect(Object.keys(after?.supplierNames ?? {}).sort()).toEqual(['harbor', 'meridian']);
    const wish = { code: '9143', supplierId: 'harbor', units: 4_000, reason: REASON };
    expect((await world.desk.requestIncrease({ ...acting(), ...wish })).trend.at(-1)?.ofSupplier).toBe(500);
  });
});
