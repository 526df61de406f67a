/** A segment's name and elements, as they stand between delimiters: `['REF', 'ZZ', '26X100208']`. */
export type Segment = readonly [name: string, ...elements: string[]];

/** What lies between one ST and its SE, both left out. */
export interface TransactionSet {
  /** ST01, such as `850`. */
  readonly type: string;
  readonly segments: readonly Segment[];
}

/** Widths of ISA's elements: the only segment whose elements have a fixed one. */
export const ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1] as const;
