import { beforeAll, describe, expect, it } from 'vitest';
import { CountersignError, type PlainDate } from '@/lib/base';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { seenLine, seenPage, type LineText } from '@/tests/desk/seen-page';
import { oxycodoneRow, packageText, productText, zipOf } from '@/tests/support/ndc-directory';
import type { ProductFacts } from '@/lib/drugs';
import { assessDraft } from '../assess';
import { approveRequest, lookAtPage, openRequest, trackOrder } from '../background';
import { openDesk } from '../open-desk';
import { contradictionFindings } from '../product-of';
import { knownProducts } from './known-products';

const one = (productNdc: string, more: Partial<typeof oxycodoneRow>) => ({
  ...{ ...oxycodoneRow, productNdc, ...more },
  packages: [{ code: `${productNdc}-01`, description: '100 TABLET in 1 BOTTLE' }],
});
const rows = [
  oxycodoneRow,
  one('0406-8530', { strengths: '30' }),
  one('0406-4567', { substances: 'HYDROXYZINE HYDROCHLORIDE', generic: 'Hydroxyzine', schedule: '' }),
];
const bytes = zipOf({ 'product.txt': productText(rows), 'package.txt': packageText(rows) });
const zip = new File([bytes], 'ndctext.zip');
const since = '2026-01-01' as PlainDate;
const SHORT: LineText = { ndc: '00406-8552-01', description: 'OXC TB', packages: '3', schedule: 'C-II' };
const NAMELESS: LineText = {
  ndc: '',
  description: 'XQ PAIN TB 7.5/325 100',
  packageSize: '100',
  packages: '2',
};

let world: DeskWorld;
let actor: { personId: string; pin: string };
let commands = 0;
const acting = () => ({ commandId: `act-${(commands += 1)}`, ...actor });
const look = (lines: readonly LineText[]) =>
  lookAtPage(
    world.ports,
    seenPage({ lines: lines.map((line) => seenLine(line)) }),
    'https://cascade.example/cart',
  );
const unitsOf = async (code: string) =>
  (await world.ports.archive.series(code, since)).reduce((sum, { units }) => sum + units, 0);
const facts = (more: Partial<ProductFacts>): ProductFacts => ({
  ...{ substanceCode: '9193', strengthMg: null, form: null, packageSize: null, schedule: null },
  ...more,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  world = await deskWorld();
  const [dana] = await world.desk.people();
  actor = { personId: dana?.id ?? '', pin: PIN };
  await trackOrder(world.ports, await look([SHORT]), 'https://cascade.example');
  await trackOrder(world.ports, await look([NAMELESS]), 'https://cascade.example');
});

describe('products that a text doesn’t tell', () => {
  it('are shown with what is missing, and count once the directory tells them', async () => {
    const { desk } = world;
    const before = await desk.productsToPlace();
    expect(before.corrections).toEqual([]);
    expect(before.others).toEqual([]);
    expect(before.unknown.map(({ key, lines }) => [key, lines])).toEqual(
      expect.arrayContaining([
        ['ndc:00406855201', 1],
        ['text:xq pain tb 7.5/325 100', 1],
      ]),
    );
    expect(await unitsOf('9143')).toBe(0);

    const report = await desk.importCatalogue([zip], () => undefined);
    expect(report).toMatchObject({ products: 3, packages: 4, learned: 1 });
    expect(await desk.catalogueState()).toMatchObject({ entries: 7, importedAt: START, of: 'ndctext.zip' });
    expect(await unitsOf('9143')).toBe(300);
    const after = await desk.productsToPlace();
    expect(after.unknown.map(({ key }) => key)).toEqual(['text:xq pain tb 7.5/325 100']);
    expect(after.corrections).toMatchObject([
      { key: 'ndc:00406855201', product: '00406-8552-01', from: 'catalogue', substanceName: 'oxycodone' },
    ]);
  });

  it('count as a person says, whoever may, until it is withdrawn', async () => {
    const { desk, ports } = world;
    const key = 'text:xq pain tb 7.5/325 100';
    const right = facts({ strengthMg: 7.5 });
    const wrongs: readonly ProductFacts[] = [
      facts({ substanceCode: '0000' }),
      facts({ strengthMg: -1 }),
      facts({ strengthMg: Number.NaN }),
      facts({ packageSize: 1e9 }),
    ];
    for (const wrong of wrongs)
      expect(await codeOf(desk.correctProduct({ ...acting(), key, facts: wrong }))).toBe(
        'product/facts-invalid',
      );
    expect(await codeOf(desk.correctProduct({ ...acting(), pin: '9999', key, facts: right }))).toBe(
      'people/wrong-pin',
    );
    const tia = await desk.addPerson({ name: 'Tia Lind', role: 'technician', pin: '1357' });
    const byTia = { ...acting(), personId: tia.id, pin: '1357' };
    expect(await codeOf(desk.correctProduct({ ...byTia, key, facts: right }))).toBe('people/not-allowed');
    expect(await unitsOf('9193')).toBe(0);

    const act = { ...acting(), key, facts: right };
    await desk.correctProduct(act);
    await desk.correctProduct(act);
    expect(await unitsOf('9193')).toBe(200);
    const view = await desk.productsToPlace();
    expect(view.unknown).toEqual([]);
    expect(view.corrections[0]).toMatchObject({ key, from: 'person', whoName: 'Dana Okafor', facts: right });
    expect((await ports.archive.verify(() => undefined)).ok).toBe(true);

    const back = { ...acting(), key };
    await desk.withdrawCorrection(back);
    await desk.withdrawCorrection(back);
    expect(await unitsOf('9193')).toBe(0);
    expect(await codeOf(desk.withdrawCorrection({ ...acting(), key }))).toBe('product/unknown');
  });
});

describe('a line whose NDC is listed', () => {
  it('is completed for the comparison, and what completed it is on record with the request', async () => {
    const { ports } = world;
    const line: LineText = {
      ndc: '00406-8530-01',
      description: 'OXC HI TB',
      packages: '2',
      schedule: 'C-II',
    };
    const { draft } = await look([line]);
    const { substances } = await assessDraft(ports, draft, '2026-11-23' as PlainDate);
    expect(substances).toMatchObject([{ substanceCode: '9143', ordered: { units: 200 }, gaps: [] }]);
    await openRequest(ports, {
      ...{ id: 'request-1', mode: 'now', delivery: 'file', page: null, pageHash: null, draft },
      supplierId: null,
    });
    expect((await ports.archive.directory()).products['ndc:00406853001']).toMatchObject({
      ...{ from: 'catalogue', who: 'system', facts: { strengthMg: 30, packageSize: 100 } },
    });
    // The draft itself says what the page said, and no more.
    expect(draft.lines[0]).toMatchObject({ packageSize: null, strength: null });
  });

  it('and not controlled is compared with nothing, which an unknown one is', async () => {
    const calm: LineText = {
      ndc: '00406-4567-01',
      description: 'HXZ PAM TB',
      packageSize: '100',
      packages: '2',
    };
    const assessed = async (line: LineText) =>
      assessDraft(world.ports, (await look([line])).draft, '2026-11-23' as PlainDate);
    expect((await assessed(calm)).substances).toEqual([]);
    expect((await assessed({ ...calm, ndc: '00406-9999-01' })).level).toBe('unchecked');
  });

  it.each([
    ['MORPHINE SULF TAB 15MG', '100', 'morphine', 'oxycodone'],
    ['OXYCODONE TAB 5MG', '100', '5 mg', '10 mg'],
    ['OXYCODONE TAB 10MG', '500', '500', '100'],
  ])('and that says otherwise isn’t compared: %s, %s', async (description, packageSize, page, listed) => {
    const { ports } = world;
    const { draft } = await look([{ ...SHORT, description, packageSize }]);
    const findings = contradictionFindings(draft.lines, await knownProducts(ports, draft.lines));
    expect(findings).toMatchObject([
      {
        severity: 'warns',
        code: 'product/contradicts-directory',
        params: { page, listed, ndc: '00406-8552-01' },
      },
    ]);
    const { level, substances } = await assessDraft(ports, draft, '2026-11-23' as PlainDate);
    expect(level).not.toBe('none');
    expect(substances[0]?.gaps).toEqual([{ lineNumber: 1, gap: 'contradiction' }]);
    await openRequest(ports, {
      ...{ id: `request-${description}`, mode: 'now', delivery: 'file', page: null, pageHash: null, draft },
      supplierId: null,
    });
    // What was learned before stands; nothing is learned from a contradiction.
    expect((await ports.archive.directory()).products['ndc:00406855201']).toMatchObject({
      from: 'catalogue',
    });
  });
});

describe('a history of earlier orders', () => {
  it('counts by the directory where its text says too little', async () => {
    const before = await unitsOf('9143');
    const csv = 'Date,Supplier,NDC,Product,Packages\n2026-03-04,meridian,00406-8530-01,OXC HI,4\n';
    const other = csv.replace('8530-01', '8530-05').replace('OXC HI', 'NOT LISTED');
    await world.desk.importHistory('old.csv', csv + other.slice(other.indexOf('2026')), () => undefined);
    expect(await unitsOf('9143')).toBe(before + 400);
  });
});

describe('what one page says whole of an NDC', () => {
  const whole: LineText = {
    ...{
      ndc: '99901-0330-01',
      description: 'HYDROMORPHONE TAB 4MG',
      packageSize: '100',
      packages: '1',
      schedule: 'C-II',
    },
  };
  const less: LineText = { ndc: '99901-0330-01', description: 'HMPH TB', packages: '2', schedule: 'C-II' };

  it('counts for lines of other pages that say less, before and after', async () => {
    const { ports } = world;
    await trackOrder(ports, await look([less]), 'https://cascade.example');
    expect(await unitsOf('9150')).toBe(0);
    await trackOrder(ports, await look([whole]), 'https://cascade.example');
    expect((await ports.archive.directory()).products['ndc:99901033001']).toMatchObject({
      ...{ from: 'page', facts: { substanceCode: '9150', strengthMg: 4, packageSize: 100 } },
    });
    expect(await unitsOf('9150')).toBe(300);

    const later = { ...whole, ndc: '99901-0440-01', description: 'TAPENTADOL TAB 50MG' };
    await trackOrder(ports, await look([later]), 'https://cascade.example');
    await trackOrder(ports, await look([{ ...less, ndc: later.ndc }]), 'https://cascade.example');
    expect(await unitsOf('9780')).toBe(300);
  });

  it('isn’t believed before somebody acts on it, nor where earlier orders said otherwise', async () => {
    const { ports } = world;
    const factsOf = async (ndc: string) => (await ports.archive.directory()).products[`ndc:${ndc}`];
    const fresh = { ...whole, ndc: '99901-0550-01', description: 'MORPHINE SULFATE TAB 15MG' };
    await trackOrder(ports, await look([{ ...less, ndc: fresh.ndc }]), 'https://cascade.example');
    await openRequest(ports, {
      ...{ id: 'request-asked', mode: 'now', delivery: 'file', page: null, pageHash: null },
      ...{ draft: (await look([fresh])).draft, supplierId: null },
    });
    expect(await factsOf('99901055001')).toBeUndefined();

    const ndc = '99901-0660-01';
    for (const [packages, packageSize] of [
      ['1', '100'],
      ['3', '500'],
    ] as const)
      await trackOrder(
        ports,
        await look([{ ...whole, ndc, packages, packageSize }]),
        'https://cascade.example',
      );
    await trackOrder(ports, await look([{ ...less, ndc }]), 'https://cascade.example');
    await trackOrder(ports, await look([{ ...whole, ndc, packages: '7' }]), 'https://cascade.example');
    expect(await factsOf('99901066001')).toBeUndefined();
  });

  it('is held against a page that says otherwise', async () => {
    const { ports } = world;
    const looked = await look([{ ...whole, description: 'HYDROMORPHONE TAB 8MG' }]);
    const { draft } = looked;
    expect(contradictionFindings(draft.lines, await knownProducts(ports, draft.lines))).toMatchObject([
      { code: 'product/contradicts-earlier', params: { page: '8 mg', listed: '4 mg' } },
    ]);
    // And counted as little once it is on record: signing and archive read a line alike.
    const before = await unitsOf('9150');
    await trackOrder(ports, looked, 'https://cascade.example');
    expect(await unitsOf('9150')).toBe(before);
  });
});

describe('a directory that can’t be read', () => {
  it('keeps no order from being looked at, opened, prepared, signed or tracked, and says so', async () => {
    const { ports } = world;
    const certificate = await world.importPfx('full');
    const { certificates } = await ports.archive.directory();
    await world.desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
    const gone = () => Promise.reject(new CountersignError('archive/unavailable'));
    const catalogue = { ...ports.catalogue, find: gone, findMany: gone, state: gone };
    const page = seenPage({ lines: [seenLine({ ...SHORT, packageSize: '100', packages: '1' })] });
    const approving = { ...world.approvalPorts(page), catalogue };
    const looked = await lookAtPage(approving, page, 'https://meridian.example/review');
    await openRequest(approving, {
      ...{ id: 'request-unread', mode: 'now', draft: looked.draft, pageHash: pageHash(page) },
      ...{ delivery: 'page-field', supplierId: looked.supplier?.id ?? null },
      page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'd' },
    });
    const edits = { certificate, lines: {}, supplier: {} };
    const { document, findings } = await openDesk({ ...ports, catalogue }).prepareDocument(
      'request-unread',
      edits,
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'warns', code: 'product/directory-unread' }),
    );
    await world.unlock(certificate);
    await approveRequest(approving, world.crls, {
      ...{ requestId: 'request-unread', document: document ?? '', edits, reason: null },
    });
    const signed = (await ports.archive.events('request-unread')).at(-1);
    expect(signed).toMatchObject({
      type: 'order.signed',
      payload: {
        circumstances: {
          warnings: expect.arrayContaining([{ code: 'product/directory-unread', params: {} }]) as unknown,
        },
      },
    });
    const cart = { ...SHORT, ndc: '99901-0770-01', packages: '9' };
    expect(
      await trackOrder({ ...ports, catalogue }, await look([cart]), 'https://cascade.example'),
    ).toMatchObject({ unread: { code: 'archive/unavailable' } });
    const csv = 'Date,NDC,Drug,Quantity\n2026-03-04,00406-8530-01,OXC HI,4\n';
    expect(
      await codeOf(openDesk({ ...ports, catalogue }).importDispensing('d.csv', csv, () => undefined)),
    ).toBe('archive/unavailable');
  });
});
