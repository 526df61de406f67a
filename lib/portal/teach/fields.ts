import type { LineField, PageField } from '../evidence';
import { deaNumbersIn, csosNumbersIn, dateIn, fit, plainNdcIn } from '../detect/shape';

/** What a picked value can be, in the order in which people are asked. */
export const lineFields = [
  'packages',
  'ndc',
  'description',
  'itemNumber',
  'packageSize',
  'strength',
  'form',
  'schedule',
  'unit',
  'shipped',
  'received',
  'cut',
  'suggested',
] as const satisfies readonly LineField[];

export const pageFields = [
  'orderNumber',
  'supplierDea',
  'supplierName',
  'purchaserDea',
  'state',
  'statement',
  'shipDate',
  'invoiceNumber',
] as const satisfies readonly PageField[];

export function isLineField(field: LineField | PageField): field is LineField {
  return (lineFields as readonly string[]).includes(field);
}

/** What a text most likely is; only a first answer, the person decides. */
export function likelyField(text: string, isEditable: boolean): LineField | PageField {
  if (isEditable) return 'packages';
  if (plainNdcIn(text)) return 'ndc';
  if (csosNumbersIn(text).length > 0) return 'orderNumber';
  if (deaNumbersIn(text).length > 0) return 'supplierDea';
  if (dateIn(text)) return 'shipDate';
  if (fit('packages', text) === 1) return 'packages';
  if (fit('schedule', text) === 1) return 'schedule';
  return 'description';
}
