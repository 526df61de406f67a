import { utf8 } from '@/lib/base';
import { chooseDelimiters } from './delimiters';
import { ISA_WIDTHS, type Segment, type TransactionSet } from './interchange';

export interface Envelope {
  readonly sender: string;
  readonly receiver: string;
  /** `YYYYMMDD`. */
  readonly day: string;
  /** At most nine digits. */
  readonly control: number;
  /** GS01, such as `PO`. */
  readonly group: string;
}

/** ISA05 and ISA07: the parties are named by their DEA numbers. */
const BY_DEA_NUMBER = '11';
const VERSION = '004010';

/** Empty elements at a segment's end are left out, as the standard wants. */
function trimmed(segment: Segment): string[] {
  let { length } = segment;
  while (length > 1 && segment[length - 1] === '') length--;
  return segment.slice(0, length);
}

/** The bytes of an interchange of one group that holds one transaction set: no line breaks, UTF-8. */
export function writeInterchange(
  { sender, receiver, day, control, group }: Envelope,
  { type, segments }: TransactionSet,
): Uint8Array<ArrayBuffer> {
  const number = String(control).padStart(9, '0');
  const { element, component, segment } = chooseDelimiters(segments.flat().join(' '));
  const blank = ' '.repeat(10);
  const isa = [
    ...['00', blank, '00', blank, BY_DEA_NUMBER, sender, BY_DEA_NUMBER, receiver],
    ...[day.slice(2), '0000', 'U', '00401', number, '0', 'P', component],
  ].map((text, index) => text.padEnd(ISA_WIDTHS[index] ?? 0));
  const all: readonly Segment[] = [
    ['ISA', ...isa],
    ['GS', group, sender, receiver, day, '0000', String(control), 'X', VERSION],
    ['ST', type, '0001'],
    ...segments,
    ['SE', String(segments.length + 2), '0001'],
    ['GE', '1', String(control)],
    ['IEA', '1', number],
  ];
  return utf8(all.map((one) => (one[0] === 'ISA' ? one : trimmed(one)).join(element) + segment).join(''));
}
