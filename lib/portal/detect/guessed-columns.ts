import { parsePackages } from '../packages';
import type { Grid } from './grid';
import type { Field } from './label';
import { fitOf, isEditableAt, valuesAt, type Column } from './sampled';

/** Sizes in which packages are made; a column of such numbers isn't the one of quantities. */
const COMMON_SIZES = new Set([
  5, 7, 10, 14, 20, 21, 25, 28, 30, 50, 56, 60, 84, 90, 100, 120, 180, 200, 240, 250, 300, 360, 473, 480, 500,
  1_000,
]);

/** Adds what no label names, where the values leave little else: the quantity, the size, the words of the product. */
export function withGuesses(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  return withDescription(grid, withSize(grid, withQuantity(grid, columns, width), width), width);
}

const isFree = (columns: readonly Column[], index: number) =>
  !columns.some((column) => column.index === index);

const has = (columns: readonly Column[], ...fields: readonly Field[]) =>
  columns.some((column) => fields.includes(column.field));

/** The one column of number controls; without controls, in a list without headings, the one of small whole numbers. */
function withQuantity(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  if (has(columns, 'packages', 'shipped', 'received') || !has(columns, 'ndc', 'description')) return columns;
  const free = Array.from({ length: width }, (_, index) => index).filter(
    (index) => isFree(columns, index) && valuesAt(grid, index).length > 0,
  );
  const controls = free.filter(
    (index) => isEditableAt(grid, index) && fitOf('packages', valuesAt(grid, index)) === 1,
  );
  const [control] = controls;
  if (control !== undefined)
    return controls.length > 1 ? columns : [...columns, guess('packages', control, false)];
  if (grid.labels.length > 0) return columns;
  const numbers = free.filter((index) => isCount(grid, index));
  const [number] = numbers;
  return number === undefined || numbers.length > 1 ? columns : [...columns, guess('packages', number, true)];
}

function guess(field: Field, index: number, isGuess: boolean): Column {
  return { field, index, label: null, score: 0.6, fit: 1, rival: null, isGuess };
}

/** Small whole numbers that neither count the rows nor are sizes of packages. */
function isCount(grid: Grid, index: number): boolean {
  const counts = valuesAt(grid, index).map((text) => (/^\d+$/.test(text) ? parsePackages(text) : null));
  if (counts.some((count) => count === null || count > 999)) return false;
  const isNumbering = counts.length > 1 && counts.every((count, i) => count === (counts[0] ?? 0) + i);
  return !isNumbering && !counts.every((count) => count !== null && count >= 20 && COMMON_SIZES.has(count));
}

/** In a list without headings: texts such as "100 EA", or numbers that packages are made in. */
function withSize(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  if (grid.labels.length > 0 || has(columns, 'packageSize') || !has(columns, 'ndc')) return columns;
  for (let index = 0; index < width; index++) {
    const texts = isFree(columns, index) ? valuesAt(grid, index) : [];
    const isSize = (text: string) =>
      /^(?:\d+ ?[x×] ?)?[\d,]+ ?(?:ea|ct|ml|tabs?|caps?|patch(?:es)?|bx|s)$/i.test(text) ||
      COMMON_SIZES.has(Number(text.replace(',', '')));
    if (texts.length > 0 && texts.every(isSize)) return [...columns, guess('packageSize', index, true)];
  }
  return columns;
}

/** Without a labelled description: the free column with the most words. */
function withDescription(grid: Grid, columns: readonly Column[], width: number): readonly Column[] {
  if (has(columns, 'description') || !has(columns, 'ndc', 'packages', 'itemNumber')) return columns;
  let best: Column | null = null;
  let most = 7;
  for (let index = 0; index < width; index++) {
    const isTaken = columns.some(
      (column) => column.index === index && column.field !== 'itemNumber' && column.field !== 'ndc',
    );
    if (isTaken) continue;
    const texts = valuesAt(grid, index);
    const letters =
      texts.reduce((sum, text) => sum + text.replace(/[^a-z]/gi, '').length, 0) / Math.max(texts.length, 1);
    if (letters > most) {
      most = letters;
      best = { ...guess('description', index, false), label: grid.labels[index]?.[0] ?? null };
    }
  }
  return best ? [...columns, best] : columns;
}
