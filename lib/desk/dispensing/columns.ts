import { columnsByTitle } from '../columns-by-title';

/** What is read of a dispensed line; everything else is dropped while the file is read (patient columns never get further). */
export const dispensingFields = ['date', 'ndc', 'product', 'quantity'] as const;
export type DispensingField = (typeof dispensingFields)[number];

/** Which column holds a field, counted from 0; null: none. NDC or product suffices. */
export interface DispensingMapping {
  readonly columns: Readonly<Record<DispensingField, number | null>>;
  /** How days are written: what `03/04/2026` means is the user's to say. */
  readonly dayOrder?: 'month-first' | 'day-first';
}

/** What pharmacy systems call their columns, the surest first. Compared without case, blanks and marks. */
const NAMES: Readonly<Record<DispensingField, readonly string[]>> = {
  date: [
    'datefilled',
    'filldate',
    'filleddate',
    'datedispensed',
    'dispensedate',
    'dispenseddate',
    'dateofservice',
    'servicedate',
    'solddate',
    'datesold',
    'rxdate',
    'date',
  ],
  ndc: ['ndc', 'ndc11', 'ndcnumber', 'ndccode', 'dispensedndc', 'drugndc', 'productndc'],
  product: [
    'drugname',
    'drug',
    'drugdescription',
    'product',
    'productname',
    'description',
    'itemname',
    'medication',
  ],
  quantity: [
    'qtydispensed',
    'quantitydispensed',
    'dispensedqty',
    'dispensedquantity',
    'qtydisp',
    'quantity',
    'qty',
    'units',
  ],
};

/** By the titles of the columns; each column is taken once. */
export const guessDispensingColumns = (titles: readonly string[]): DispensingMapping['columns'] =>
  columnsByTitle(dispensingFields, NAMES, titles);
