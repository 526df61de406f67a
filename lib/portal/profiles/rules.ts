import type { LineField, PageField } from '../evidence';

/**
 * Where a line's value stands in its row. The column's header counts first, since optional columns shift positions; then the
 * path inside the row; then the position of the cell.
 */
export interface ColumnRule {
  /** Normalised label (`normalLabel`). */
  readonly header: string | null;
  /** CSS selector relative to the row (`:scope`), without class names that a build made up. */
  readonly path: string | null;
  /** Position of the cell in its row, from 0. */
  readonly index: number | null;
}

/** Where a value of the page stands: beside its label, or in the one element that a selector finds. */
export interface ValueRule {
  /** Normalised label. */
  readonly label: string | null;
  readonly selector: string | null;
}

/** Where a portal shows what. Rules win over guesses, but only for values that have their field's shape. */
export interface ReadingRules {
  readonly lines?: {
    /** CSS selector of a line's element, within the document or one open shadow root. */
    readonly row?: string;
    readonly columns?: Readonly<Partial<Record<LineField, ColumnRule>>>;
  };
  readonly page?: Readonly<Partial<Record<PageField, ValueRule>>>;
}
