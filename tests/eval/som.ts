import { parsePlainDate, type PlainDate } from '@/lib/base';
import {
  assessOrder,
  pastOf,
  somComponentIds,
  somSentence,
  type SeriesPoint,
  type SomComponentId,
  type SomLevel,
} from '@/lib/som';
import { readCsv } from './read-csv';

/** One answer of `npm run -s eval -- som FILE.csv`; a component that is not built or had too little history is null. */
export interface SomResult {
  readonly row: number;
  readonly level: SomLevel;
  readonly score: number | null;
  readonly components: Readonly<Record<SomComponentId, number | null>>;
  readonly reasons: readonly string[];
}

const COLUMNS = [
  'buyer',
  'supplier',
  'date',
  'code',
  'drug_code',
  'drug',
  'dosage_units',
  'base_g',
  'strength_mg',
  'what',
] as const;
/** ARCOS transaction codes: returns go back out of the volume; what was lost in transit never arrived. */
const RETURNS = new Set(['R', 'V']);
const NOT_ARRIVED = new Set(['X']);

interface Row {
  readonly row: number;
  readonly date: PlainDate | null;
  readonly supplier: string;
  readonly code: string;
  readonly substanceCode: string;
  readonly drug: string;
  readonly baseMg: number | null;
  readonly units: number | null;
  readonly strengthMg: number | null;
  readonly what: string;
}

/**
 * Judges the `score` and `both` rows of order lines in the columns of arcos-orders.csv plus `what`. Lines of one
 * buyer, date, supplier and drug are one quantity; `history` and `both` rows are the past of what comes after them.
 */
export async function* evalSom(file: string): AsyncGenerator<SomResult> {
  let history = new Map<string, SeriesPoint[]>();
  let buyer: string | null = null;
  for (const group of groups(await readCsv(file, COLUMNS))) {
    if (group.buyer !== buyer) history = new Map();
    buyer = group.buyer;
    const judged = group.rows.filter(({ what }) => what === 'score' || what === 'both');
    const firstJudged = judged[0]?.row ?? Infinity;
    for (const row of group.rows) if (row.what === 'history' && row.row < firstJudged) remember(history, row);
    yield* judge(judged, history);
    for (const row of group.rows) {
      if (row.what === 'both' || (row.what === 'history' && row.row >= firstJudged)) remember(history, row);
    }
  }
}

function groups(rows: readonly Readonly<Record<(typeof COLUMNS)[number], string>>[]) {
  const found = new Map<string, { readonly buyer: string; readonly rows: Row[] }>();
  for (const [row, columns] of rows.entries()) {
    const { buyer, supplier, date, code, drug_code, drug, what } = columns;
    const key = JSON.stringify([buyer, date, supplier, drug_code]);
    const group = found.get(key) ?? { buyer, rows: [] };
    found.set(key, group);
    group.rows.push({
      row,
      supplier,
      code,
      drug,
      what,
      date: parsePlainDate(date),
      substanceCode: drug_code.slice(0, 4),
      baseMg: positive(columns.base_g, 1000),
      units: positive(columns.dosage_units, 1),
      strengthMg: positive(columns.strength_mg, 1),
    });
  }
  return found.values();
}

function positive(text: string, times: number): number | null {
  const value = Number(text) * times;
  return value > 0 && Number.isFinite(value) ? value : null;
}

function remember(history: Map<string, SeriesPoint[]>, row: Row): void {
  if (row.date === null || row.baseMg === null || NOT_ARRIVED.has(row.code)) return;
  const sign = RETURNS.has(row.code) ? -1 : 1;
  const point = {
    date: row.date,
    supplierId: row.supplier,
    baseMg: sign * row.baseMg,
    strengthMg: row.strengthMg,
  };
  const series = history.get(row.substanceCode);
  if (series) series.push(point);
  else history.set(row.substanceCode, [point]);
}

function* judge(
  rows: readonly Row[],
  history: ReadonlyMap<string, readonly SeriesPoint[]>,
): Generator<SomResult> {
  const [first] = rows;
  if (!first) return;
  const lines = rows.map((row) => ({
    lineNumber: row.row + 1,
    substanceCode: row.substanceCode || null,
    substanceName: row.drug.toLowerCase() || null,
    baseMg: row.date === null ? null : row.baseMg,
    units: row.units,
    strengthMg: row.strengthMg,
  }));
  const today = first.date ?? ('1970-01-01' as PlainDate);
  const past = new Map([...history].map(([code, points]) => [code, pastOf(points, today)]));
  for (const assessment of assessOrder({ lines, past, today }).substances) {
    const components = Object.fromEntries(
      somComponentIds.map((id) => [id, assessment.components[id] ?? null]),
    );
    for (const lineNumber of assessment.lineNumbers) {
      yield {
        row: lineNumber - 1,
        level: assessment.level,
        score: assessment.score,
        components: components as SomResult['components'],
        reasons: [somSentence(assessment)],
      };
    }
  }
}
