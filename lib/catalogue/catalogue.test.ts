import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Ndc11 } from '@/lib/base';
import {
  oxycodoneRow,
  packageText,
  productText,
  zipOf,
  type Layout,
  type ListedRow,
} from '../../tests/support/ndc-directory';
import { openCatalogue } from './index';
import type { CatalogueFile } from './index';

const NOON = '2026-11-23T12:00:00Z';
let made = 0;
const fresh = () => openCatalogue({ clock: fixedClock(NOON), name: `catalogue-${(made += 1)}` });
const ndc = (text: string) => text as Ndc11;
const quiet = () => undefined;

/** In pieces of a few bytes, so that lines and letters are cut anywhere. */
function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>, piece = 1 << 16): CatalogueFile {
  return {
    name,
    size: bytes.length,
    stream: () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
          controller.close();
        },
      }),
  };
}
const text = (words: string) => new TextEncoder().encode(words);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

const others: readonly ListedRow[] = [
  {
    ...oxycodoneRow,
    productNdc: '50580-123',
    name: 'Fentanyl Señor 12"',
    generic: 'fentanyl',
    form: 'FILM, EXTENDED RELEASE',
    route: 'TRANSDERMAL',
    substances: 'FENTANYL',
    strengths: '25',
    units: 'ug/h',
    packages: [
      {
        code: '50580-123-05',
        description:
          '5 POUCH in 1 CARTON (50580-123-05)  > 1 PATCH in 1 POUCH (50580-123-01)  > 72 h in 1 PATCH',
      },
    ],
  },
  {
    ...oxycodoneRow,
    productNdc: '63323-4567',
    name: 'Hydroxyzine, "the calm one"',
    generic: 'Hydroxyzine Hydrochloride',
    substances: 'HYDROXYZINE HYDROCHLORIDE',
    schedule: '',
    packages: [{ code: '63323-4567-9', description: '25 VIAL in 1 TRAY (63323-4567-9)  / 2 mL in 1 VIAL' }],
  },
  {
    ...oxycodoneRow,
    productNdc: '0555-0766',
    name: 'Dextroamphetamine Saccharate, Amphetamine Aspartate, Dextroamphetamine Sulfate and Amphetamine Sulfate',
    generic: 'Amphetamine',
    substances:
      'DEXTROAMPHETAMINE SACCHARATE; AMPHETAMINE ASPARTATE MONOHYDRATE; DEXTROAMPHETAMINE SULFATE; AMPHETAMINE SULFATE',
    strengths: '5; 5; 5; 5',
    units: 'mg/1; mg/1; mg/1; mg/1',
    packages: [{ code: '0555-0766-02', description: '100 TABLET in 1 BOTTLE, PLASTIC (0555-0766-02)' }],
  },
];
const rows = [oxycodoneRow, ...others];

describe('the NDC directory', () => {
  it('answers what product and package files say, by the NDC in eleven digits', async () => {
    const catalogue = fresh();
    expect(await catalogue.state()).toBeNull();
    expect(await catalogue.find(ndc('00406855201'))).toBeNull();
    const report = await catalogue.import(
      [fileOf('package.txt', packageText(rows)), fileOf('product.txt', productText(rows))],
      quiet,
    );
    expect(report).toMatchObject({ products: 4, packages: 5, refused: 0, conflicts: 0, unplaced: 0 });
    expect(await catalogue.find(ndc('00406855262'))).toEqual({
      ...{ substanceCode: '9143', strengthMg: 10, form: 'tablet', schedule: '2', packageSize: 100 },
    });
    expect(await catalogue.find(ndc('50580012305'))).toMatchObject({
      ...{ substanceCode: '9801', strengthMg: 0.025, form: 'patch', packageSize: 5 },
    });
    expect(await catalogue.find(ndc('63323456709'))).toMatchObject({ substanceCode: null, packageSize: 50 });
    expect(await catalogue.find(ndc('00555076602'))).toMatchObject({
      ...{ substanceCode: '1100', strengthMg: 20, schedule: '2N' },
    });
    // A package that isn't listed is of a product that is.
    expect(await catalogue.find(ndc('00406855299'))).toMatchObject({ strengthMg: 10, packageSize: null });
    expect(await catalogue.find(ndc('00406999901'))).toBeNull();
    expect(await catalogue.state()).toEqual({
      ...{ entries: 9, importedAt: Date.parse(NOON), of: 'package.txt, product.txt' },
    });
  });

  it('is read back however it was written', async () => {
    const layouts: fc.Arbitrary<Layout> = fc.record({
      delimiter: fc.constantFrom('\t', ',', ';', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      quoteAll: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'windows-1252'),
      rotate: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(
        layouts,
        fc.integer({ min: 7, max: 4_000 }),
        fc.boolean(),
        async (layout, piece, zipped) => {
          // Substances are separated by semicolons, which such a file quotes.
          const catalogue = fresh();
          const [product, pack] = [productText(rows, layout), packageText(rows, layout)];
          const files = zipped
            ? [
                fileOf(
                  'ndctext.zip',
                  zipOf({ 'notes.txt': text('Read me\n'), 'product.txt': product, 'package.txt': pack }),
                  piece,
                ),
              ]
            : [fileOf('product', product, piece), fileOf('package', pack, piece)];
          const report = await catalogue.import(files, quiet);
          expect(report).toMatchObject({ products: 4, packages: 5, refused: 0 });
          expect(await catalogue.find(ndc('00406855201'))).toMatchObject({
            strengthMg: 10,
            packageSize: 100,
          });
          expect(await catalogue.find(ndc('63323456709'))).toMatchObject({ packageSize: 50 });
          catalogue.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('counts lines that can’t be read, names some, and goes on', async () => {
    const catalogue = fresh();
    const [header, first, ...rest] = new TextDecoder('latin1').decode(productText(rows)).split('\r\n');
    const broken = [
      header,
      'too\tshort',
      first,
      (first ?? '').replace('\t0406-8552\t', '\tno NDC\t'),
      `"never closed${first ?? ''}`,
      'x'.repeat(300_000),
      ...rest,
    ].join('\r\n');
    const report = await catalogue.import([fileOf('product.txt', text(broken), 1000)], quiet);
    expect(report).toMatchObject({ refused: 3, products: 5 });
    expect(report.examples.map(({ line, why }) => [line, why])).toEqual(
      expect.arrayContaining([
        [2, 'columns'],
        [4, 'ndc'],
      ]),
    );
  });

  it('says nothing of an NDC that is described in two ways, nor of a scheduled product it doesn’t know', async () => {
    const catalogue = fresh();
    const twice = [
      oxycodoneRow,
      { ...oxycodoneRow, strengths: '20' },
      ...others.map((row) => ({
        ...row,
        substances: 'NEWLY SCHEDULED',
        generic: 'newly scheduled',
        schedule: 'CII',
      })),
    ];
    const report = await catalogue.import([fileOf('product.txt', productText(twice))], quiet);
    expect(report).toMatchObject({ conflicts: 1, unplaced: 3 });
    expect(await catalogue.find(ndc('00406855201'))).toBeNull();
    expect(await catalogue.find(ndc('50580012305'))).toBeNull();
  });

  it('leaves the earlier one where an import breaks off, and refuses what isn’t one', async () => {
    const catalogue = fresh();
    await catalogue.import(
      [fileOf('product.txt', productText(rows)), fileOf('p.txt', packageText(rows))],
      quiet,
    );
    const before = await catalogue.state();
    const zip = zipOf({ 'product.txt': productText(rows) });
    const bad: readonly (readonly [CatalogueFile, string])[] = [
      [fileOf('orders.csv', text('date,supplier\n2026-01-01,x\n')), 'catalogue/not-a-directory'],
      [fileOf('empty.txt', text('')), 'catalogue/not-a-directory'],
      [fileOf('photo.jpg', new Uint8Array(400_000).fill(200)), 'catalogue/not-a-directory'],
      [fileOf('half.zip', zip.slice(0, zip.length >> 1)), 'catalogue/zip-broken'],
      [fileOf('other.zip', zipOf({ 'a.xls': text('x') })), 'catalogue/not-a-directory'],
      [fileOf('package.txt', packageText(rows)), 'catalogue/no-products'],
    ];
    for (const [file, code] of bad)
      expect(await codeOf(catalogue.import([file], quiet)), file.name).toBe(code);
    const stop = new AbortController();
    const stopped = catalogue.import(
      [fileOf('product.txt', productText(rows), 500)],
      () => stop.abort(),
      stop.signal,
    );
    expect(await codeOf(stopped)).toBe('catalogue/cancelled');
    const dying = fileOf('product.txt', productText(rows));
    const dies = {
      ...dying,
      stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (c) => c.error(new Error('gone')) }),
    };
    await expect(catalogue.import([dies], quiet)).rejects.toThrow('gone');
    expect(await catalogue.state()).toEqual(before);
    expect(await catalogue.find(ndc('00406855201'))).toMatchObject({ packageSize: 100 });

    await catalogue.import(
      [fileOf('product.txt', productText([{ ...oxycodoneRow, strengths: '15' }]))],
      quiet,
    );
    expect(await catalogue.find(ndc('00406855201'))).toMatchObject({ strengthMg: 15, packageSize: null });
    expect(await catalogue.find(ndc('50580012305'))).toBeNull();
    await catalogue.clear();
    expect(await catalogue.find(ndc('00406855201'))).toBeNull();
  });
});
