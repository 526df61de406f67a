/** A signed order on its way into a supplier's page. */
export interface Placement {
  readonly selector: string;
  /** `file`: into a file input, as if the person had chosen the saved file. */
  readonly kind: 'field' | 'file';
  /** `field`: the text itself. `file`: Base64 of what the file holds. */
  readonly content: string;
  /** Of the file; a field has none. */
  readonly fileName: string;
}

/**
 * What became of it. `not-there`: no such place, or several. `locked`: it is there and takes nothing (read-only, disabled,
 * another kind of control). `not-kept`: it didn't hold what was put in.
 */
export const placedOutcomes = ['placed', 'not-there', 'locked', 'not-kept'] as const;
export type Placed = (typeof placedOutcomes)[number];
