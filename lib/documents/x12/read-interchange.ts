import { CountersignError } from '@/lib/base';
import { decodeText, unexpected } from '../decode-text';
import { malformed } from '../exact';
import type { Delimiters } from './delimiters';
import { ISA_WIDTHS, type Segment, type TransactionSet } from './interchange';

/** Length of ISA with its segment terminator: the delimiters stand at fixed places in it. */
const ISA_LENGTH = 3 + ISA_WIDTHS.length + ISA_WIDTHS.reduce((sum, width) => sum + width, 0) + 1;
const SEGMENT_NAME = /^[A-Z][A-Z0-9]{1,2}$/;
/** Senders break lines after segments, which means nothing. */
const LINE_BREAK = /^[\r\n]*/;

const damaged = (detail: string) => new CountersignError('document/not-well-formed', { detail });

function delimitersOf(text: string): Delimiters {
  if (!text.startsWith('ISA')) throw damaged('no ISA segment');
  if (text.length < ISA_LENGTH) throw damaged('ISA segment cut off');
  const [element, component, segment] = [text.charAt(3), text.charAt(104), text.charAt(105)];
  const widths = text
    .slice(4, ISA_LENGTH - 1)
    .split(element)
    .map(({ length }) => length);
  if (widths.join() !== ISA_WIDTHS.join()) throw damaged('ISA elements of another length');
  const all = [element, component, segment];
  const usable = all.every((one) => !/[A-Z0-9 \u0080-\uffff]/i.test(one)) && new Set(all).size === all.length;
  if (!usable) throw damaged('delimiters that can’t be told apart');
  return { element, component, segment };
}

function segmentsOf(text: string, { element, segment }: Delimiters): Segment[] {
  const pieces = text.split(segment);
  const rest = pieces.pop() ?? '';
  if (rest.replace(LINE_BREAK, '') !== '')
    throw /^[\r\n]*IEA/.test(pieces.at(-1) ?? '')
      ? unexpected('text behind IEA')
      : damaged('last segment not ended');
  return pieces.map((piece) => {
    const [name, ...elements] = piece.replace(LINE_BREAK, '').split(element) as [string, ...string[]];
    if (!SEGMENT_NAME.test(name)) throw damaged(`segment “${name.slice(0, 20)}”`);
    return [name, ...elements];
  });
}

/** A count or control number at the end of something must be what was counted or said at its beginning. */
function agree(field: string, said: string, found: string): void {
  if (said !== found) throw new CountersignError('document/envelope-differs', { field, said, found });
}

function count(field: string, text: string | undefined): string {
  if (text === undefined || !/^\d{1,10}$/.test(text)) throw malformed(field, text ?? '');
  return String(Number(text));
}

/**
 * Cuts an X12 interchange into transaction sets, with whatever delimiters its ISA declares. Counts and control numbers of
 * SE, GE and IEA must hold, and nothing may stand outside the envelopes, so that nothing was lost or added on the way
 * (attacks.md 88). Throws `document/*`. Bytes are UTF-8; ASCII is what the standard knows, and is the same.
 */
export function readInterchange(bytes: Uint8Array): TransactionSet[] {
  const text = decodeText(bytes);
  const [isa, ...segments] = segmentsOf(text, delimitersOf(text));
  const sets: TransactionSet[] = [];
  let groups = 0;
  let group: { readonly control: string; sets: number } | null = null;
  let set: { readonly type: string; readonly control: string; readonly segments: Segment[] } | null = null;
  let ended = false;

  for (const segment of segments) {
    const [name, first, second] = segment;
    if (ended) throw unexpected(`${name} behind IEA`);
    if (set) {
      if (/^(ISA|GS|ST|GE|IEA)$/.test(name)) throw unexpected(`${name} within ${set.type}`);
      if (name !== 'SE') {
        set.segments.push(segment);
        continue;
      }
      agree('SE01', count('SE01', first), String(set.segments.length + 2));
      agree('SE02', second ?? '', set.control);
      sets.push({ type: set.type, segments: set.segments });
      set = null;
    } else if (group && name === 'ST') {
      set = { type: first ?? '', control: second ?? '', segments: [] };
      group.sets++;
    } else if (group && name === 'GE') {
      agree('GE01', count('GE01', first), String(group.sets));
      agree('GE02', second ?? '', group.control);
      group = null;
    } else if (!group && name === 'GS') {
      group = { control: segment[6] ?? '', sets: 0 };
      groups++;
    } else if (!group && name === 'IEA') {
      agree('IEA01', count('IEA01', first), String(groups));
      agree('IEA02', second ?? '', isa?.[13] ?? '');
      ended = true;
    } else if (group || name !== 'TA1') throw unexpected(`${name} outside its envelope`);
  }
  if (!ended) throw damaged('no IEA segment');
  return sets;
}
