import type { Grid } from './grid';
import { fieldsOfLabel } from './label';
import type { Field } from './label';
import { fit } from './shape';

export interface Column {
  readonly field: Field;
  readonly index: number;
  readonly label: string | null;
  readonly score: number;
}

/** What a column without a label may be, by its values alone; stands only where nearly all of them fit. */
const BY_SHAPE: readonly (readonly [Field, number])[] = [
  ['ndc', 0.6],
  ['csosNumber', 0.9],
  ['schedule', 0.9],
];
/** A label that reads less surely: the group's name over the column. */
const LABEL_WEIGHT = [1, 0.95, 0.4];
const SAMPLE = 60;

/** Which column holds which field: labels propose, values decide; each field gets its best column. */
export function columnsOf(grid: Grid): readonly Column[] {
  const candidates: Column[] = [];
  const width = Math.max(grid.labels.length, ...grid.rows.slice(0, SAMPLE).map((row) => row.cells.length));
  for (let index = 0; index < width; index++) candidates.push(...candidatesOf(grid, index));
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  const columns: Column[] = [];
  for (const candidate of candidates) {
    if (columns.some((column) => column.index === candidate.index)) continue;
    if (candidate.field !== 'other' && columns.some((column) => column.field === candidate.field)) continue;
    columns.push(candidate);
  }
  return withDescription(grid, withQuantity(grid, columns, width), width);
}

function values(grid: Grid, index: number): readonly string[] {
  const texts: string[] = [];
  for (const row of grid.rows.slice(0, SAMPLE)) {
    const text = row.cells[index]?.text;
    if (text && !/^[-–—]$|^n\/?a$/i.test(text)) texts.push(text);
  }
  return texts;
}

function fitOf(field: Field, texts: readonly string[]): number {
  if (texts.length === 0) return 0.5;
  return texts.reduce((sum, text) => sum + fit(field, text), 0) / texts.length;
}

function candidatesOf(grid: Grid, index: number): readonly Column[] {
  const texts = values(grid, index);
  const labels = grid.labels[index] ?? [];
  const found: Column[] = [];
  labels.forEach((label, rank) => {
    fieldsOfLabel(label).forEach((field, place) => {
      const weight = (LABEL_WEIGHT[labels.length === 1 ? 0 : rank] ?? 0.4) * (1 - place * 0.1);
      const score = weight * (0.25 + 0.75 * fitOf(field, texts)) + nudge(field, label, grid, index);
      if (score > 0.3) found.push({ field, index, label, score });
    });
  });
  if (found.length === 0 && texts.length > 0) {
    for (const [field, least] of BY_SHAPE) {
      const share =
        texts.filter((text) => fit(field, text) === 1 && !/^\d$/.test(text)).length / texts.length;
      if (share >= least) found.push({ field, index, label: null, score: 0.6 * share });
    }
  }
  return found;
}

/** Of several quantity columns the ordered one counts: the one that can be edited, then the one that says so. */
function nudge(field: Field, label: string, grid: Grid, index: number): number {
  if (field !== 'packages') return 0;
  const isEditable = grid.rows.some((row) => row.cells[index]?.editable);
  return (isEditable ? 0.06 : 0) + (/orig/i.test(label) ? -0.03 : /ord/i.test(label) ? 0.02 : 0);
}

/** Without a labelled quantity: the one column of number controls. */
function withQuantity(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  if (columns.some((column) => column.field === 'packages')) return columns;
  if (!columns.some((column) => column.field === 'ndc' || column.field === 'description')) return columns;
  const controls = Array.from({ length: width }, (_, index) => index).filter(
    (index) =>
      !columns.some((column) => column.index === index) &&
      grid.rows.some((row) => row.cells[index]?.editable) &&
      fitOf('packages', values(grid, index)) === 1,
  );
  const [index] = controls;
  return index === undefined || controls.length > 1
    ? columns
    : [...columns, { field: 'packages', index, label: null, score: 0.6 }];
}

/** Without a labelled description: the free column with the most words. */
function withDescription(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  if (columns.some((column) => column.field === 'description')) return columns;
  if (!columns.some((column) => column.field === 'ndc' || column.field === 'packages')) return columns;
  let best: Column | null = null;
  let most = 7;
  for (let index = 0; index < width; index++) {
    if (
      columns.some(
        (column) => column.index === index && column.field !== 'itemNumber' && column.field !== 'ndc',
      )
    )
      continue;
    const texts = values(grid, index);
    const letters =
      texts.reduce((sum, text) => sum + text.replace(/[^a-z]/gi, '').length, 0) / Math.max(texts.length, 1);
    if (letters > most) {
      most = letters;
      best = { field: 'description', index, label: grid.labels[index]?.[0] ?? null, score: 0.6 };
    }
  }
  return best ? [...columns, best] : columns;
}
