import type { Grid, Row } from './grid';

const usual = new WeakMap<Grid, string>();

/** Whether a row is divided otherwise than most rows of its grid, across their columns: it goes on where another began. */
export function isLoose(row: Row, grid: Grid): boolean {
  const own = divisionOf(row);
  return own.includes('=') && own !== usualOf(grid);
}

function usualOf(grid: Grid): string {
  const known = usual.get(grid);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const row of grid.rows) {
    const division = divisionOf(row);
    counts.set(division, (counts.get(division) ?? 0) + 1);
  }
  // Of two that are as frequent, the one with more cells of its own holds the lines.
  const [first] = [...counts].sort(([a, times], [b, others]) => others - times || spansIn(a) - spansIn(b));
  const answer = first?.[0] ?? '';
  usual.set(grid, answer);
  return answer;
}

/** One sign per column: `=` where a cell reaches over from the column before. */
function divisionOf({ cells }: Row): string {
  return cells
    .map((cell, i) => (i > 0 && cell !== null && cell.element === cells[i - 1]?.element ? '=' : '|'))
    .join('');
}

function spansIn(division: string): number {
  return division.split('=').length;
}
