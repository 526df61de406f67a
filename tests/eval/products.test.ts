import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from './collect';
import { evalProducts, type ProductResult } from './products';

const data = process.env.COUNTERSIGN_DATA ?? '../shared/data';
const real = join(data, 'controlled-ndc.csv');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-products-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function results(
  rows: readonly { readonly text: string; readonly ndc: string }[],
): Promise<ProductResult[]> {
  const file = join(folder, 'cases.csv');
  await writeFile(file, Papa.unparse([...rows]));
  return collect(evalProducts(file));
}

describe('evalProducts', () => {
  it('answers every row in order, unknown as null', async () => {
    expect(
      await results([
        { text: 'OXYCODONE/APAP 10-325MG TB 100@', ndc: '' },
        { text: '', ndc: '00406-8552-01' },
      ]),
    ).toEqual([
      {
        row: 0,
        substance: 'oxycodone',
        code: '9143',
        schedule: '2',
        strengthMg: 10,
        form: 'tablet',
        packageSize: 100,
      },
      {
        row: 1,
        substance: null,
        code: null,
        schedule: null,
        strengthMg: null,
        form: null,
        packageSize: null,
      },
    ]);
  });

  it('refuses a file without its columns', async () => {
    const file = join(folder, 'wrong.csv');
    await writeFile(file, 'a,b\n1,2\n');
    await expect(collect(evalProducts(file))).rejects.toMatchObject({
      code: 'import/column-missing',
    });
  });

  // Skipped where the public sample lists aren't at hand (COUNTERSIGN_DATA).
  it.skipIf(!existsSync(real))('names the substance of real product lists', async () => {
    const { data: rows } = Papa.parse<Record<string, string>>(await readFile(real, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const opioids = rows.filter(
      ({ list, ingredient }) => list === 'opioid' && ingredient !== 'nalbuphine' && ingredient !== 'dezocine',
    );
    const found = await results(
      opioids.map((row) => ({
        text: `${row.drug_name} ${row.strength} ${row.strength_uom}`,
        ndc: row.ndc ?? '',
      })),
    );
    const right = found.filter(({ substance }, i) => substance === opioids[i]?.ingredient).length;
    const unknown = found.filter(({ substance }) => substance === null).length;
    expect(right / found.length).toBeGreaterThan(0.99);
    // Among the others the list itself errs (Panlor DC as hydrocodone, opium tincture as morphine).
    expect((found.length - right - unknown) / found.length).toBeLessThan(0.004);
  });
});
