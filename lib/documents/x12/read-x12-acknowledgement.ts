import { CountersignError } from '@/lib/base';
import type { AcknowledgedLine, LineAnswer, OrderAcknowledgement, OrderAnswer } from '../answers';
import { visibleText } from '../visible-text';
import {
  atMostLines,
  dayOf,
  lineNumberOf,
  orderNumberOf,
  partiesOf,
  productOf,
  quantityOf,
  setsOf,
  statementOf,
} from './foreign';
import type { Segment } from './interchange';

/** BAK02, as the standard defines it. A code that isn't here is `unknown`, for a person to read. */
const ORDER_ANSWERS: ReadonlyMap<string, OrderAnswer> = new Map(
  Object.entries({
    AC: 'changed',
    AD: 'accepted',
    AE: 'changed',
    AH: 'held',
    AK: 'received',
    AP: 'accepted',
    AT: 'accepted',
    RD: 'rejected',
    RF: 'rejected',
    RJ: 'rejected',
    RO: 'changed',
  } as const),
);

/** ACK01 likewise. */
const LINE_ANSWERS: ReadonlyMap<string, LineAnswer> = new Map(
  Object.entries({
    AC: 'accepted',
    AR: 'accepted',
    DR: 'changed',
    IA: 'accepted',
    IB: 'backordered',
    BP: 'backordered',
    IC: 'changed',
    ID: 'rejected',
    IE: 'accepted',
    IF: 'held',
    IH: 'held',
    IP: 'changed',
    IQ: 'changed',
    IR: 'rejected',
    IS: 'changed',
    IW: 'held',
    SP: 'accepted',
    R1: 'rejected',
    R2: 'rejected',
    R3: 'rejected',
    R4: 'rejected',
    R5: 'rejected',
    R6: 'rejected',
  } as const),
);

function parts(segments: readonly Segment[]): { readonly header: Segment[]; readonly items: Segment[][] } {
  const header: Segment[] = [];
  const items: Segment[][] = [];
  let current = header;
  for (const segment of segments) {
    if (segment[0] === 'PO1') items.push((current = []));
    // What stands behind the totals speaks of the whole.
    if (segment[0] === 'CTT') current = header;
    current.push(segment);
  }
  return { header, items };
}

/** One answer to a line for each ACK: a line may be partly accepted, partly backordered. */
function linesOf(item: readonly Segment[]): AcknowledgedLine[] {
  const po1 = item[0] ?? ['PO1'];
  const about = { lineNumber: lineNumberOf(po1[1]), ...productOf(po1.slice(6)) };
  const statement = statementOf(item, ['MSG', 'NTE', 'MTX']);
  const answers = item.filter(([name]) => name === 'ACK');
  if (answers.length === 0) return [{ ...about, answer: 'unknown', packages: null, statement }];
  return answers.map(([, code = '', quantity]) => ({
    ...about,
    answer: LINE_ANSWERS.get(code) ?? 'unknown',
    packages: quantityOf('ACK02', quantity),
    statement,
  }));
}

function readSet(segments: readonly Segment[]): OrderAcknowledgement {
  const { header, items } = parts(segments);
  const [bak, ...others] = header.filter(([name]) => name === 'BAK');
  if (!bak || header[0] !== bak) throw new CountersignError('document/field-missing', { field: 'BAK' });
  if (others.length > 0)
    throw new CountersignError('document/unexpected-content', { detail: 'a second BAK' });
  const counts = header.filter(([name]) => name === 'CTT');
  const said = counts[0] ? quantityOf('CTT01', counts[0][1]) : null;
  if (said !== null && said !== items.length)
    throw new CountersignError('document/line-count-differs', { said, found: items.length });
  const reference = visibleText('BAK03', bak[3]);
  if (reference === null) throw new CountersignError('document/field-missing', { field: 'BAK03' });
  return {
    orderNumber: orderNumberOf(header, reference),
    reference,
    ...partiesOf(header),
    answer: ORDER_ANSWERS.get(bak[2] ?? '') ?? 'unknown',
    date: dayOf('BAK09', bak[9]) ?? dayOf('BAK04', bak[4]),
    statement: statementOf(header, ['MSG', 'NTE', 'MTX']),
    lines: atMostLines(items.flatMap(linesOf)),
  };
}

/**
 * What a supplier's X12 855 answers, one for each order in it. Delimiters and unknown segments are the sender's own;
 * envelopes, counts and control numbers must hold. Throws `document/*`.
 */
export function readX12Acknowledgement(bytes: Uint8Array): OrderAcknowledgement[] {
  return setsOf(bytes, '855').map(({ segments }) => readSet(segments));
}
