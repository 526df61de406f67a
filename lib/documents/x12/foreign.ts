import {
  limits,
  parseDeaNumber,
  parseNdc,
  parseOrderNumber,
  parsePlainDate,
  type DeaNumber,
  type OrderNumber,
  type PlainDate,
} from '@/lib/base';
import type { AnsweredLine } from '../answers';
import { unexpected } from '../decode-text';
import { malformed } from '../exact';
import { visibleText } from '../visible-text';
import type { Segment, TransactionSet } from './interchange';
import { readInterchange } from './read-interchange';

/** What suppliers' 855 and 856 have in common. Segments and codes that nobody knows here are passed over. */

/** Transaction sets of one type; a document without any is another kind. */
export function setsOf(bytes: Uint8Array, type: string): TransactionSet[] {
  const sets = readInterchange(bytes);
  const wanted = sets.filter((set) => set.type === type);
  if (wanted.length === 0)
    throw unexpected(`transaction sets ${sets.map((set) => set.type).join(', ')}`.slice(0, 60));
  return wanted;
}

/** `YYYYMMDD`; null where the element is empty. */
export function dayOf(field: string, text: string | undefined): PlainDate | null {
  if (!text) return null;
  const day = /^\d{8}$/.test(text)
    ? parsePlainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    : null;
  if (day === null) throw malformed(field, text.slice(0, limits.fieldMaxLength));
  return day;
}

/** Whole packages in plain digits; `12.0` is how some write 12. Null where the element is empty (attacks.md 89). */
export function quantityOf(field: string, text: string | undefined): number | null {
  if (!text) return null;
  const value = Number(text);
  if (!/^(0|[1-9]\d{0,8})(\.0{1,4})?$/.test(text) || value > limits.packagesMax)
    throw malformed(field, text.slice(0, limits.fieldMaxLength));
  return value;
}

/** A count of lines as PO101, LIN01 and SN101 give it; senders also write their own words there, which say nothing. */
export function lineNumberOf(text: string | undefined): number | null {
  return text !== undefined && /^0{0,5}[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

/** Product numbers from pairs of qualifier and value. An NDC that can't be one is no NDC. */
export function productOf(pairs: readonly string[]): Pick<AnsweredLine, 'ndc11' | 'itemNumber'> {
  const of = (...qualifiers: readonly string[]) => {
    const at = pairs.findIndex((text, index) => index % 2 === 0 && qualifiers.includes(text));
    return at < 0 ? undefined : pairs[at + 1];
  };
  const ndc = of('N4', 'ND', 'N1', 'N2', 'N3');
  return { ndc11: ndc ? parseNdc(ndc) : null, itemNumber: visibleText('VN', of('VN', 'VC', 'VP')) };
}

/** Tracking numbers that segments name, in REF02 or where the sender puts the purchase order's number. */
export function orderNumberOf(segments: readonly Segment[], reference: string): OrderNumber | null {
  const said = [
    reference,
    ...segments.flatMap(([name, , second]) => (name === 'REF' && second ? [second] : [])),
  ];
  const numbers = new Set(
    said.flatMap((text) => (parseOrderNumber(text) === text ? [text as OrderNumber] : [])),
  );
  const [number, other] = numbers;
  if (number !== undefined && other !== undefined) throw malformed('REF02', `${number}, ${other}`);
  return number ?? null;
}

/** DEA numbers of ship-to and supplier, where N1 gives them under the qualifier that is DEA's. */
export function partiesOf(segments: readonly Segment[]): {
  readonly purchaserDea: DeaNumber | null;
  readonly supplierDea: DeaNumber | null;
} {
  const of = (...codes: readonly string[]) => {
    const found = segments.find(
      ([name, code, , qualifier]) => name === 'N1' && codes.includes(code ?? '') && qualifier === '11',
    );
    return found ? parseDeaNumber(found[4] ?? '') : null;
  };
  return { purchaserDea: of('ST', 'BY'), supplierDea: of('SU', 'SE', 'VN', 'SF') };
}

/** Free text of MSG, NTE and PID, in the order in which it stands; null where there is none. */
export function statementOf(segments: readonly Segment[], names: readonly string[]): string | null {
  const AT: Readonly<Record<string, number>> = { MSG: 1, NTE: 2, MTX: 2, PID: 5 };
  const said = segments.flatMap((segment) =>
    names.includes(segment[0]) ? [visibleText(segment[0], segment[AT[segment[0]] ?? 1])] : [],
  );
  const text = said.filter((one) => one !== null).join(' ');
  return text === '' ? null : text.slice(0, limits.statementMaxLength);
}

export function atMostLines<T>(lines: readonly T[]): readonly T[] {
  if (lines.length > limits.orderMaxLines) throw unexpected(`${lines.length} lines`);
  return lines;
}
