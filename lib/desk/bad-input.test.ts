import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { somSentence } from '@/lib/som';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage, type LineText } from '@/tests/desk/seen-page';
import { bringUsualHistory } from '@/tests/desk/usual-history';
import { oxycodoneRow, packageText, productText, zipOf } from '@/tests/support/ndc-directory';
import { oddFigures } from '@/tests/support/walk-figures';
import { assessDraft } from './assess';
import { lookAtPage } from './background';

const today = '2026-11-23' as PlainDate;
/** In the directory: oxycodone 10 mg, 100 tablets. */
const LISTED = '00406-8552-01';

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
  await bringUsualHistory(world.desk);
  const directory = {
    'product.txt': productText([oxycodoneRow]),
    'package.txt': packageText([oxycodoneRow]),
  };
  await world.desk.importCatalogue([new File([zipOf(directory)], 'ndctext.zip')], () => undefined);
});

/** What a page says, through draft and comparison to the sentence that people read. */
async function told(...lines: readonly Partial<LineText>[]) {
  const page = seenPage({ lines: lines.map((line) => seenLine({ ...oxycodone, ...line })) });
  const looked = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  const found = await assessDraft(world.ports, looked.draft, today);
  const sentences = found.substances.map(somSentence);
  expect(oddFigures([found, sentences])).toEqual([]);
  return { packages: looked.draft.lines.map(({ packages }) => packages), level: found.level, sentences };
}

describe('what a page says of a quantity', () => {
  it.each([
    ['3', 3],
    [' 3 ', 3],
    ['3\u00a0', 3],
    ['1,000', 1_000],
  ])('%j is %d packages, and is compared', async (text, packages) => {
    const { level, sentences, ...read } = await told({ packages: text });
    expect(read.packages).toEqual([packages]);
    expect(level).toBe(packages === 3 ? 'none' : 'stop');
    expect(sentences.join()).not.toContain('Not checked');
  });

  it.each([
    '-3',
    '\u22123',
    '0',
    '1000000000',
    '1e9',
    '2.5',
    '2,5',
    'three',
    '',
    '3 or 4',
    '3/4',
    '0x10',
    'NaN',
    'Infinity',
    '1,00',
    '٣',
    '\uff13',
    '3\u202e7',
  ])('%j isn’t compared, because it is no number of packages', async (text) => {
    const { level, sentences } = await told({ packages: text });
    expect(level).not.toBe('none');
    expect(sentences.join()).toContain('Not checked, because');
    expect(sentences.join()).toContain('number of packages of line 1');
  });
});

describe('what a page says of a product', () => {
  it.each<[string, Partial<LineText>, string]>([
    [
      'an NDC that is listed as another drug',
      { ndc: LISTED, description: 'MORPHINE SULF TAB 15MG' },
      'line 1 says two different things',
    ],
    [
      'an NDC that is listed with another strength',
      { ndc: LISTED, description: 'OXYCODONE TAB 5MG' },
      'line 1 says two different things',
    ],
    [
      'a package size that the directory contradicts',
      { ndc: LISTED, packageSize: '500' },
      'line 1 says two different things',
    ],
    [
      'a package size that its own name contradicts',
      { description: 'OXYCODONE HCL 10MG TAB 100', packageSize: '500' },
      'line 1 says two different things',
    ],
    ['a package size of 0', { packageSize: '0' }, 'package size of line 1'],
    ['a package size below 0', { packageSize: '-100' }, 'package size of line 1'],
    ['a package size of a unit that nobody knows', { packageSize: '1 PALLET' }, 'package size of line 1'],
  ])('%s isn’t compared, and says so', async (_name, line, why) => {
    const { level, sentences } = await told({ ...line, packages: '1' });
    expect(level).not.toBe('none');
    expect(sentences.join()).toContain('Not checked, because');
    expect(sentences.join()).toContain(why);
  });

  it('that is listed as it says is compared', async () => {
    expect((await told({ ndc: LISTED })).level).toBe('none');
  });

  it('in two rows alike is two orders of it, since nothing says that one is a copy', async () => {
    expect((await told({}, {}, {}, {})).level).not.toBe('none');
    expect((await told({}, { packages: '-3' })).level).not.toBe('none');
  });
});

describe('a history', () => {
  const HEADER = 'date,supplier,product,package_size,packages';
  const taken = async (row: string) => {
    const { taken: lines, refused } = await world.desk.importHistory(
      'bad.csv',
      `${HEADER}\n${row}\n`,
      () => undefined,
    );
    return [lines.length, refused.length];
  };

  it.each([
    '1969-12-31,meridian,OXYCODONE HCL 10MG TAB,100,3',
    '0001-01-01,meridian,OXYCODONE HCL 10MG TAB,100,3',
    '2026-02-30,meridian,OXYCODONE HCL 10MG TAB,100,3',
    'yesterday,meridian,OXYCODONE HCL 10MG TAB,100,3',
    '2026-11-14,meridian,OXYCODONE HCL 10MG TAB,100,-3',
    '2026-11-14,meridian,OXYCODONE HCL 10MG TAB,100,1e9',
    '2026-11-14,meridian,OXYCODONE HCL 10MG TAB,100,1000000000',
    '2026-11-14,meridian,OXYCODONE HCL 10MG TAB,100,NaN',
  ])('takes no row like %s', async (row) => {
    const before = await told({});
    expect(await taken(row)).toEqual([0, 1]);
    expect(await told({})).toEqual(before);
  });

  it('of days to come makes nothing look usual', async () => {
    const before = await told({ packages: '60' });
    expect(before.level).not.toBe('none');
    const rows = Array.from(
      { length: 30 },
      (_, n) => `2031-01-${String((n % 28) + 1).padStart(2, '0')},meridian,OXYCODONE HCL 10MG TAB,100,60`,
    );
    await taken(rows.join('\n'));
    expect(await told({ packages: '60' })).toEqual(before);
  });
});
