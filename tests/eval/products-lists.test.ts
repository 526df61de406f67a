import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseProduct, type Product } from '@/lib/drugs';
import { readCsv } from './read-csv';

const data = process.env.COUNTERSIGN_DATA ?? '../shared/data';
const catalogue = join(data, 'controlled-ndc.csv');
const orders = join(data, 'arcos-orders.csv');

/** One row of a real list: what it says, and what is in it; an undefined strength isn't told by the list. */
interface Case {
  readonly text: string;
  readonly ndc: string;
  readonly substance: string;
  readonly strengthMg: number | undefined;
}

/** Trade names of the benzodiazepine list, which names no ingredient. Those of opioids it names itself. */
const BENZODIAZEPINES: Readonly<Record<string, string>> = {
  ativan: 'lorazepam',
  cdp: 'chlordiazepoxide',
  ceberclon: 'clonazepam',
  chlor: 'chlordiazepoxide',
  chlorpox: 'chlordiazepoxide',
  dval: 'diazepam',
  dalmane: 'flurazepam',
  di: 'diazepam',
  diastat: 'diazepam',
  doral: 'quazepam',
  gen: 'clorazepate',
  halcion: 'triazolam',
  icn: 'chlordiazepoxide',
  klonopin: 'clonazepam',
  librium: 'chlordiazepoxide',
  loraz: 'lorazepam',
  mitran: 'chlordiazepoxide',
  niravam: 'alprazolam',
  onfi: 'clobazam',
  paxipam: 'halazepam',
  poxi: 'chlordiazepoxide',
  prosom: 'estazolam',
  q: 'diazepam',
  d: 'diazepam',
  restoril: 'temazepam',
  serax: 'oxazepam',
  sereen: 'chlordiazepoxide',
  tranxene: 'clorazepate',
  valium: 'diazepam',
  versed: 'midazolam',
  xanax: 'alprazolam',
};

async function catalogueCases(): Promise<readonly Case[]> {
  const rows = await readCsv(catalogue, [
    'ndc',
    'drug_name',
    'ingredient',
    'strength',
    'strength_uom',
    'list',
  ]);
  return (
    rows
      // Not controlled, though listed beside opioids.
      .filter(({ ingredient }) => ingredient !== 'nalbuphine' && ingredient !== 'dezocine')
      .map((row) => {
        const unit = row.strength_uom === 'NA' ? '' : row.strength_uom;
        const word = row.drug_name.toLowerCase().match(/[a-z]+/)?.[0] ?? '';
        return {
          text: `${row.drug_name} ${row.strength} ${unit}`.replace(/\s+/g, ' ').trim(),
          ndc: row.ndc,
          substance: row.list === 'opioid' ? row.ingredient : (BENZODIAZEPINES[word] ?? word),
          // A lone number of milligrams can be read in one way only.
          strengthMg:
            /^mg(?:\/ml|\/1)?$/i.test(unit) && /^[\d.]+$/.test(row.strength.trim())
              ? Number(row.strength)
              : pairOf(row.strength, unit, row.drug_name),
        };
      })
  );
}

/** Of two amounts the opioid's is the smaller beside acetaminophen, aspirin and ibuprofen, the larger beside the rest. */
function pairOf(strength: string, unit: string, name: string): number | undefined {
  if (!/^(?:mg(?:\/1)?)?$/.test(unit)) return undefined;
  const pair = /^([\d.]+)(?: ?mg)?-([\d.]+)(?: ?mg)?$/.exec(strength.trim());
  if (!pair) return undefined;
  const amounts = [Number(pair[1]), Number(pair[2])];
  return /naloxone|suboxone|zubsolv|talwin|embeda|promethazine|meprozine/i.test(name)
    ? Math.max(...amounts)
    : Math.min(...amounts);
}

async function orderCases(): Promise<readonly Case[]> {
  const rows = await readCsv(orders, ['drug', 'ndc', 'product', 'strength_mg']);
  return rows.map((row) => ({
    text: row.product,
    ndc: row.ndc,
    substance: row.drug.toLowerCase(),
    strengthMg: row.strength_mg === '' ? undefined : Number(row.strength_mg),
  }));
}

/** Shares of rows, and the commonest texts that were read wrongly or not at all. */
function measure(cases: readonly Case[]) {
  const known = new Map<string, Product>();
  const read = ({ text, ndc }: Case) => {
    const product =
      known.get(text) ??
      recogniseProduct({
        description: text,
        ndc,
        strength: null,
        form: null,
        packageSize: null,
        schedule: null,
      });
    known.set(text, product);
    return product;
  };
  const misses = new Map<string, number>();
  const miss = (text: string) => misses.set(text, (misses.get(text) ?? 0) + 1);
  let [right, wrong, strengths, strengthRight, strengthWrong] = [0, 0, 0, 0, 0];
  for (const one of cases) {
    const { substance, strengthMg } = read(one);
    if (substance?.name === one.substance) right += 1;
    else {
      if (substance !== null) wrong += 1;
      miss(`${one.text}: ${one.substance}, not ${substance?.name ?? 'unknown'}`);
    }
    if (one.strengthMg === undefined) continue;
    strengths += 1;
    if (strengthMg === one.strengthMg) strengthRight += 1;
    else {
      if (strengthMg !== null) strengthWrong += 1;
      miss(`${one.text}: ${one.strengthMg} mg, not ${strengthMg ?? 'unknown'}`);
    }
  }
  return {
    rows: cases.length,
    right: right / cases.length,
    wrong: wrong / cases.length,
    strengths,
    strengthRight: strengthRight / strengths,
    strengthWrong: strengthWrong / strengths,
    misses: [...misses].sort((a, b) => b[1] - a[1]).slice(0, 25),
  };
}

// Skipped where the public sample lists aren't at hand (COUNTERSIGN_DATA).
describe.skipIf(!existsSync(catalogue) || !existsSync(orders))('on real lists', () => {
  it('recognises the substance and strength of catalogue rows', async () => {
    const found = measure(await catalogueCases());
    const told = JSON.stringify(found, null, 1);
    expect(found.right, told).toBeGreaterThanOrEqual(0.99);
    expect(found.wrong, told).toBeLessThanOrEqual(0.002);
    expect(found.strengthRight, told).toBeGreaterThanOrEqual(0.97);
    expect(found.strengthWrong, told).toBeLessThanOrEqual(0.002);
  });

  it('recognises what was ordered', async () => {
    const found = measure(await orderCases());
    const told = JSON.stringify(found, null, 1);
    expect(found.right, told).toBeGreaterThanOrEqual(0.99);
    expect(found.wrong, told).toBe(0);
    expect(found.strengthWrong, told).toBe(0);
  });
});
