import {
  CountersignError,
  parseDeaNumber,
  parseNdc,
  parseOrderNumber,
  parsePlainDate,
  type Ndc11,
  type PlainDate,
  equalBytes,
} from '@/lib/base';
import type { Order, OrderLine, Party } from '@/lib/order';
import { unexpected } from '../decode-text';
import { exact, expectText, malformed, numeral, readSchedule } from '../exact';
import type { Segment } from './interchange';
import { X12_ORDER as X } from './order-format';
import { readInterchange } from './read-interchange';
import { segmentReader, type ElementsOf, type SegmentReader } from './segment-reader';
import { writeX12Order } from './write-x12-order';

function readDay(field: string, text: string): PlainDate {
  const date = /^\d{8}$/.test(text)
    ? parsePlainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    : null;
  if (date === null) throw malformed(field, text);
  return date;
}

function readParty(from: SegmentReader, code: string): Party {
  const prefix = `${code}/`;
  const n1 = from.segment('N1', 4, prefix);
  n1.is(1, code);
  n1.is(3, X.byDeaNumber);
  const n3 = from.segment('N3', 2, prefix);
  const n4 = from.segment('N4', 3, prefix);
  return {
    name: n1.text(2),
    deaNumber: exact(`${prefix}N104`, n1.text(4), parseDeaNumber),
    address: {
      street: n3.text(1),
      street2: n3.optional(2),
      city: n4.text(1),
      state: n4.text(2),
      postalCode: n4.text(3),
    },
  };
}

/** The product's numbers: NDC, then the supplier's own, either of which may be left out. */
function readNumbers(po1: ElementsOf): { readonly ndc11: Ndc11 | null; readonly itemNumber: string | null } {
  if (po1.length <= 5) return { ndc11: null, itemNumber: null };
  if (po1.text(6) === X.supplierItem && po1.length <= 7) return { ndc11: null, itemNumber: po1.text(7) };
  po1.is(6, X.ndc);
  const ndc11 = exact('PO107', po1.text(7), parseNdc);
  if (po1.length <= 7) return { ndc11, itemNumber: null };
  po1.is(8, X.supplierItem);
  return { ndc11, itemNumber: po1.text(9) };
}

function readLine(from: SegmentReader): OrderLine {
  const po1 = from.segment('PO1', 9);
  const pid = from.segment('PID', 5);
  const po4 = from.segment('PO4', 3);
  const details = new Map<string, string>();
  for (const what of [X.schedule, X.strength, X.form]) {
    if (what !== X.schedule && !from.nextIs('REF')) continue;
    const ref = from.segment('REF', 3, 'PO1/');
    ref.is(1, X.lineQualifier);
    details.set(ref.text(2), ref.text(3));
  }
  po1.is(3, X.packages);
  po1.is(4, '');
  po1.is(5, '');
  pid.is(1, X.freeText);
  pid.is(2, X.description);
  po4.is(1, '');
  po4.is(3, X.units);
  return {
    lineNumber: numeral('PO101', po1.text(1), 'whole'),
    name: pid.text(5),
    ...readNumbers(po1),
    strength: details.get(X.strength) ?? null,
    form: details.get(X.form) ?? null,
    packageSize: numeral('PO402', po4.text(2), 'decimal'),
    packages: numeral('PO102', po1.text(2), 'whole'),
    schedule: exact('PO1/REF03', details.get(X.schedule) ?? '', readSchedule),
  };
}

function readSet(segments: readonly Segment[]): Order {
  const from = segmentReader(segments);
  const beg = from.segment('BEG', 5);
  const ref = from.segment('REF', 2);
  const dtm = from.segment('DTM', 2);
  beg.is(1, X.purpose);
  beg.is(2, X.orderType);
  ref.is(1, X.numberQualifier);
  dtm.is(1, X.dateQualifier);
  const supplier = readParty(from, X.supplier);
  const purchaser = readParty(from, X.shipTo);
  const lines: OrderLine[] = [];
  while (from.nextIs('PO1')) lines.push(readLine(from));
  const said = numeral('CTT01', from.segment('CTT', 1).text(1), 'whole');
  from.end();
  const number = exact('REF02', ref.text(2), parseOrderNumber);
  expectText('BEG03', beg.text(3), number);
  const date = readDay('DTM02', dtm.text(2));
  expectText('BEG05', beg.text(5), dtm.text(2));
  if (said !== lines.length)
    throw new CountersignError('document/line-count-differs', { said, found: lines.length });
  return { number, date, supplier, purchaser, lines };
}

/**
 * What an X12 850 order says. Takes exactly what `writeX12Order` writes and nothing else, so that bytes signed and order
 * shown can't differ (attacks.md 87–92). Throws `document/*`, or the `order/*` code of a field that no order may have.
 */
export function readX12Order(bytes: Uint8Array): Order {
  const [set, ...more] = readInterchange(bytes);
  if (!set || more.length > 0) throw unexpected(`${set ? more.length + 1 : 0} transaction sets`);
  if (set.type !== '850') throw unexpected(`transaction set ${set.type.slice(0, 3)}`);
  const order = readSet(set.segments);
  if (!equalBytes(writeX12Order(order), bytes))
    throw new CountersignError('document/not-canonical', { detail: 'delimiters, line ends or envelope' });
  return order;
}
