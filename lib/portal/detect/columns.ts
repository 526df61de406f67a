import { controlName } from './control';
import { fold } from './fold';
import type { Cell, Grid } from './grid';
import { fieldsOfHeading } from './label';
import type { Field } from './label';
import { withGuesses } from './guessed-columns';
import { fitOf, isEditableAt, SAMPLE, valuesAt, widthOf, type Column } from './sampled';
import { fit } from './shape';

/** What a column without a label may be, by its values alone; stands only where nearly all of them fit. */
const BY_SHAPE: readonly (readonly [Field, number])[] = [
  ['ndc', 0.6],
  ['csosNumber', 0.9],
  ['schedule', 0.9],
];
/** Short for class or control; read where every value is one. */
const CLASS = /^(?:c(?:la?s+|l|\/s|tr?l|ntr?l|ntl|tl|sa|d)|sc|sh|sked|legend)\.?$/i;
/** A label that reads less surely: the group's name over the column. */
const LABEL_WEIGHT = [1, 0.95, 0.4];
const LOOSE_WEIGHT = 0.85;
/** Two columns for one field this close to each other are both possible. */
const RIVAL_WITHIN = 0.035;
/** Attributes in which pages that fold on small screens keep the heading of a cell. */
const NAMING = ['data-label', 'data-title', 'data-th', 'data-header', 'data-column'] as const;

/** Which column holds which field: labels propose, values decide; each field gets its best column. */
export function columnsOf(grid: Grid): readonly Column[] {
  const width = widthOf(grid);
  const shift = shiftOf(grid, width);
  const candidates: Column[] = [];
  for (let index = 0; index < width; index++) candidates.push(...candidatesOf(grid, index, shift));
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  const columns: Column[] = [];
  for (const candidate of candidates) {
    if (columns.some((column) => column.index === candidate.index)) continue;
    const same = columns.findIndex((column) => column.field === candidate.field);
    if (candidate.field !== 'other' && same >= 0) {
      const better = columns[same] as Column;
      if (better.rival === null && isRival(better, candidate))
        columns[same] = { ...better, rival: candidate.index };
      continue;
    }
    columns.push(candidate);
  }
  return withGuesses(grid, columns, width);
}

function isRival(better: Column, candidate: Column): boolean {
  return better.field === 'packages' && better.score - candidate.score <= RIVAL_WITHIN;
}

/**
 * How far the cells are moved against their headings, where rows have more or fewer cells than the header: a box to tick
 * or a button without a heading. The move under which the values fit best.
 */
function shiftOf(grid: Grid, width: number): number {
  const usual = usualWidth(grid);
  if (grid.labels.length === 0 || usual === grid.labels.length) return 0;
  const least = Math.min(0, usual - grid.labels.length);
  const most = Math.max(0, usual - grid.labels.length);
  let best = 0;
  let top = -1;
  for (let shift = least; shift <= most; shift++) {
    let sum = 0;
    for (let index = 0; index < width; index++) {
      const [label] = grid.labels[index - shift] ?? [];
      const [field] = label ? fieldsOfHeading(label).fields : [];
      if (field && field !== 'other') sum += fitOf(field, valuesAt(grid, index));
    }
    if (sum > top + 0.01 || (sum > top - 0.01 && shift === 0)) {
      best = shift;
      top = sum;
    }
  }
  return best;
}

function usualWidth(grid: Grid): number {
  const counts = new Map<number, number>();
  for (const { cells } of grid.rows.slice(0, SAMPLE))
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function candidatesOf(grid: Grid, index: number, shift: number): readonly Column[] {
  const texts = valuesAt(grid, index);
  const above = grid.labels[index - shift] ?? [];
  const labels = above.length > 0 ? above : namesIn(grid, index);
  const found: Column[] = [];
  labels.forEach((label, rank) => {
    const { fields, isLoose } = fieldsOfHeading(label);
    fields.forEach((field, place) => {
      const weight =
        (LABEL_WEIGHT[labels.length === 1 ? 0 : rank] ?? 0.4) *
        (1 - place * 0.1) *
        (isLoose ? LOOSE_WEIGHT : 1);
      const fits = fitOf(field, texts);
      const score = weight * (0.25 + 0.75 * fits) + nudge(field, label, grid, index);
      if (score > (isLoose ? 0.3 : 0.2)) found.push({ field, index, label, score, fit: fits, rival: null });
    });
  });
  if (
    found.length === 0 &&
    texts.length > 0 &&
    labels.some((label) => CLASS.test(label)) &&
    texts.every(isClass)
  )
    found.push({ field: 'schedule', index, label: labels[0] as string, score: 0.8, fit: 1, rival: null });
  if (found.length === 0 && texts.length > 0) {
    for (const [field, least] of BY_SHAPE) {
      const share =
        texts.filter((text) => fit(field, text) === 1 && !/^\d\W*$/.test(text)).length / texts.length;
      if (share >= least)
        found.push({ field, index, label: null, score: 0.6 * share, fit: share, rival: null });
    }
  }
  return found;
}

function isClass(text: string): boolean {
  return /^(?:[2-5]n?|c-?[2-5]n?|c-?i{1,3}v?n?|c-?v|i{2,3}|iv|rx|otc|f|o|l|0|6|-|—)$/i.test(text);
}

/** What the cells themselves say they are, where no heading does: an attribute, or the name of their control. */
function namesIn(grid: Grid, index: number): readonly string[] {
  for (const row of grid.rows.slice(0, 5)) {
    const name = row.cells[index] && nameIn(row.cells[index]);
    if (name) return [name];
  }
  return [];
}

function nameIn({ element, segments }: Cell): string {
  for (const attribute of NAMING) {
    const name = element.getAttribute(attribute);
    if (name) return fold(name).slice(0, 60);
  }
  const control = segments.find((segment) => segment.editable);
  return control ? controlName(control.element) : '';
}

/** Of several quantity columns the ordered one counts: the one that can be edited, then the one that says so. */
function nudge(field: Field, label: string, grid: Grid, index: number): number {
  if (field === 'packageSize') return /size|sz\b/i.test(label) ? 0.04 : 0;
  if (field !== 'packages') return 0;
  return (
    (isEditableAt(grid, index) ? 0.06 : 0) + (/orig/i.test(label) ? -0.03 : /ord/i.test(label) ? 0.02 : 0)
  );
}
