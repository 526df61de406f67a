import type { Grid } from './grid';
import type { Field } from './label';
import { isLoose } from './loose-rows';
import { fit } from './shape';

/** Rows that are looked at to learn what a column holds. */
export const SAMPLE = 60;

export interface Column {
  readonly field: Field;
  readonly index: number;
  readonly label: string | null;
  readonly score: number;
  /** How well the column's values fit, 0 to 1. */
  readonly fit: number;
  /** Another column that could be meant as well, with other values: which one counts is doubtful where they differ. */
  readonly rival: number | null;
  /** Known by its values alone, and other readings of them are possible. */
  readonly isGuess?: boolean;
}

export function widthOf(grid: Grid): number {
  return Math.max(grid.labels.length, ...grid.rows.slice(0, SAMPLE).map((row) => row.cells.length));
}

/** Texts of a column, empty ones and dashes left out. */
export function valuesAt(grid: Grid, index: number): readonly string[] {
  const texts: string[] = [];
  for (const row of grid.rows.slice(0, SAMPLE)) {
    if (isLoose(row, grid)) continue;
    const cell = row.cells[index];
    const text = cell?.editable ? cell.segments.find(({ editable }) => editable)?.text : cell?.text;
    if (text && !/^[-–—]$|^n\/?a$/i.test(text)) texts.push(text);
  }
  return texts;
}

export function fitOf(field: Field, texts: readonly string[]): number {
  if (texts.length === 0) return 0.5;
  return texts.reduce((sum, text) => sum + fit(field, text), 0) / texts.length;
}

export function isEditableAt(grid: Grid, index: number): boolean {
  return grid.rows.slice(0, SAMPLE).some((row) => row.cells[index]?.editable);
}
