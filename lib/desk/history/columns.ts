import { columnsByTitle } from '../columns-by-title';

/** What a line of history is made of. NDC or product suffices; the package size may be missing. */
export const historyFields = ['date', 'supplier', 'ndc', 'product', 'package_size', 'packages'] as const;
export type HistoryField = (typeof historyFields)[number];

/** Which column of a file holds a field, counted from 0; null: none. A supplier that all rows share may be said once. */
export interface HistoryMapping {
  readonly columns: Readonly<Record<HistoryField, number | null>>;
  readonly supplier?: string;
  /** How days are written: what `03/04/2026` means is the user's to say. */
  readonly dayOrder?: 'month-first' | 'day-first';
}

/** What wholesalers and pharmacy systems call their columns, the surest first. Compared without case, blanks and marks. */
const NAMES: Readonly<Record<HistoryField, readonly string[]>> = {
  date: [
    'date',
    'orderdate',
    'orderedon',
    'invoicedate',
    'purchasedate',
    'shipdate',
    'transactiondate',
    'dateordered',
  ],
  supplier: ['supplier', 'wholesaler', 'vendor', 'distributor', 'suppliername', 'vendorname', 'seller'],
  ndc: ['ndc', 'ndc11', 'ndcnumber', 'ndccode', 'ndcupc', 'productndc', 'itemndc'],
  product: [
    'product',
    'description',
    'itemdescription',
    'productdescription',
    'productname',
    'drug',
    'drugname',
    'item',
    'itemname',
  ],
  package_size: ['packagesize', 'pkgsize', 'packsize', 'size', 'unitsperpackage', 'pkgsz', 'unitsize'],
  packages: [
    'packages',
    'qty',
    'quantity',
    'qtyordered',
    'quantityordered',
    'orderqty',
    'qtyshipped',
    'shipqty',
    'units',
  ],
};

/** By the names of the columns; each column is taken once. */
export const guessColumns = (titles: readonly string[]): HistoryMapping['columns'] =>
  columnsByTitle(historyFields, NAMES, titles);
