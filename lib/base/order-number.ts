import type { PlainDate } from './plain-date';

/** A CSOS tracking number: two digits of the year, X, six characters of A–Z 0–9 (21 CFR 1305.21(b)(1)). */
export type OrderNumber = string & { readonly __brand: 'OrderNumber' };

/** Finds tracking numbers in any text. */
export const ORDER_NUMBER_ANYWHERE = /\b\d{2}X[A-Z0-9]{6}\b/g;

export function parseOrderNumber(text: string): OrderNumber | null {
  const value = text.replace(/\s/g, '').toUpperCase();
  return /^\d{2}X[A-Z0-9]{6}$/.test(value) ? (value as OrderNumber) : null;
}

/** The number for the n-th order (0 ≤ n < 36⁴) of a station, with the station's two-character prefix. */
export function composeOrderNumber(date: PlainDate, stationPrefix: string, n: number): OrderNumber {
  return `${date.slice(2, 4)}X${stationPrefix}${n.toString(36).toUpperCase().padStart(4, '0')}` as OrderNumber;
}

/** Whether the number's two digits are the year of the day it is signed on. */
export function isOfYear(number: OrderNumber, date: PlainDate): boolean {
  return number.slice(0, 2) === date.slice(2, 4);
}

/** Grouped for reading: `26X 100 208`. */
export function formatOrderNumber(number: OrderNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}
