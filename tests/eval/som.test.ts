import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import { collect } from './collect';
import { evalSom, type SomResult } from './som';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-som-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Row = Readonly<Record<string, string | number>>;

function row(day: number, units: number, what: string, more: Row = {}): Row {
  const date = addDays('2010-01-04' as PlainDate, day);
  const base_g = units * 0.01;
  return {
    buyer: 'B1',
    supplier: 'S1',
    date,
    code: 'S',
    drug_code: '9143B',
    drug: 'OXYCODONE',
    dosage_units: units,
    base_g,
    strength_mg: 10,
    what,
    ...more,
  };
}

async function results(rows: readonly Row[]): Promise<SomResult[]> {
  const file = join(folder, 'cases.csv');
  await writeFile(file, Papa.unparse([...rows]));
  return collect(evalSom(file));
}

const past = Array.from({ length: 30 }, (_, i) => row(7 * i, 300 + 10 * (i % 3), 'history'));

describe('evalSom', () => {
  it('judges score rows by what came before, without letting them into the past', async () => {
    const [first, second] = await results([...past, row(210, 3000, 'score'), row(217, 3000, 'score')]);
    expect(first).toMatchObject({
      row: 30,
      level: 'stop',
      components: { newStrength: null, growth: null },
    });
    expect(second?.components.size).toBe(first?.components.size);
  });

  it('lets rows of `both` into the past', async () => {
    const [first, second] = await results([...past, row(210, 3000, 'both'), row(217, 3000, 'both')]);
    expect(second?.components.size as number).toBeLessThan(first?.components.size as number);
  });

  it('judges rows of one buyer, date, supplier and drug as one quantity', async () => {
    const parts = await results([...past, row(210, 1500, 'score'), row(210, 1500, 'score')]);
    const [whole] = await results([...past, row(210, 3000, 'score')]);
    expect(parts.map(({ score }) => score)).toEqual([whole?.score, whole?.score]);
    expect(parts.map(({ row: index }) => index)).toEqual([30, 31]);
  });

  it('starts each buyer with an empty past', async () => {
    const [other] = await results([...past, row(210, 300, 'score', { buyer: 'B2' })]);
    expect(other).toMatchObject({
      level: 'unchecked',
      score: null,
      components: { size: null, volume: null },
    });
  });
});
