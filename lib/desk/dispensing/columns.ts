/** What is read of a dispensed line; everything else is dropped while the file is read (patient columns never get further). */
export const dispensingFields = ['date', 'ndc', 'product', 'quantity'] as const;
export type DispensingField = (typeof dispensingFields)[number];

/** Which column holds a field, counted from 0; null: none. NDC or product suffices. */
export interface DispensingMapping {
  readonly columns: Readonly<Record<DispensingField, number | null>>;
  /** How days are written: what `03/04/2026` means is the user's to say. */
  readonly dayOrder?: 'month-first' | 'day-first';
}
