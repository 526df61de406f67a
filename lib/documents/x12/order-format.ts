/**
 * What a CSOS order in X12 850, version 004010, is made of. Seen: the order number in REF02 and the ship-to DEA number in
 * N104 of N1*ST. All other codes here are assumed: no supplier's guide could be read, so they stand in this one place.
 */
export const X12_ORDER = {
  /** BEG: an original, stand-alone order. */
  purpose: '00',
  orderType: 'SA',
  /** REF01 beside the order number: mutually defined. */
  numberQualifier: 'ZZ',
  /** DTM01: date of the purchase order. */
  dateQualifier: '004',
  supplier: 'SU',
  shipTo: 'ST',
  /** N103: the code that follows is a DEA number. */
  byDeaNumber: '11',
  /** PO103: packages, as the rule counts them. PO403: units in one. */
  packages: 'PK',
  units: 'UN',
  ndc: 'N4',
  supplierItem: 'VN',
  /** PID: free text that names the product. */
  freeText: 'F',
  description: '08',
  /** REF01 and REF02 within a line, with the value in REF03. The standard has no element for these. */
  lineQualifier: 'ZZ',
  schedule: 'DEA SCHEDULE',
  strength: 'STRENGTH',
  form: 'DOSAGE FORM',
} as const;

/**
 * A control number that follows from the order number, so that one order has one document and two orders of a year
 * rarely share a number, by which receivers recognise repeats: its six characters in base 36, folded to nine digits.
 */
export function controlNumberOf(orderNumber: string): number {
  return (parseInt(orderNumber.slice(3), 36) % 999_999_999) + 1;
}
