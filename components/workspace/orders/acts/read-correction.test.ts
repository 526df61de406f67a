import { describe, expect, it } from 'vitest';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { correctionFields, readCorrection, textOfPayload, type Payload } from './read-correction';

const day = (text: string) => text as PlainDate;
const received: Payload = {
  lines: [
    { lineNumber: 1, packages: 12, discrepancy: 'damaged', lots: [] },
    { lineNumber: 2, packages: 2 },
  ],
  date: day('2026-11-20'),
  countedBy: 'ben',
  verifiedBy: 'ana',
  note: null,
};
const lost: Payload = {
  statement: { kind: 'lost', text: 'It was lost.', signedBy: 'Ana', date: day('2026-11-20'), cms: null },
};
const voided: Payload = { lines: [1, 2], statement: 'None left', date: null, seen: { origin: null } };

const read = (type: string, payload: Payload, change: Partial<ReturnType<typeof textOfPayload>>) =>
  readCorrection(type, payload, { ...textOfPayload(payload), ...change });

describe('a correction', () => {
  it.each([
    ['order.received', received],
    ['order.lost', lost],
    ['order.voided', voided],
    ['order.numbered', { number: '26X100208' as OrderNumber, seen: { origin: null } }],
    ['order.shipped', { lines: [{ lineNumber: 1, packages: 3 }], date: null, seen: { origin: null } }],
    ['order.turned-up', { date: day('2026-11-20'), note: 'in the post', seen: { origin: null } }],
  ] as const)('of %s that changes nothing reads as it was', (type, payload) => {
    expect(read(type, payload as Payload, {})).toEqual(payload);
  });

  it('changes what was typed and keeps all else of the record', () => {
    expect(
      read('order.received', received, { quantities: { 1: '10', 2: ' 2 ' }, note: 'counted again' }),
    ).toEqual({
      ...received,
      lines: [
        { lineNumber: 1, packages: 10, discrepancy: 'damaged', lots: [] },
        { lineNumber: 2, packages: 2 },
      ],
      note: 'counted again',
    });
  });

  it('says nothing of a line whose box is empty, and takes a new line in', () => {
    const result = read('order.received', received, { quantities: { 1: '', 3: '0' } });
    expect(result).toMatchObject({ lines: [{ lineNumber: 3, packages: 0 }] });
  });

  it('of a letter changes its words and its day', () => {
    expect(read('order.lost', lost, { words: 'Lost in the mail.', date: '2026-11-19' })).toEqual({
      statement: { kind: 'lost', text: 'Lost in the mail.', signedBy: 'Ana', date: '2026-11-19', cms: null },
    });
  });

  it('of a void may name lines, or the whole order', () => {
    expect(read('order.voided', voided, { lines: '2' })).toMatchObject({ lines: [2] });
    expect(read('order.voided', voided, { lines: ' ' })).toMatchObject({ lines: null });
  });

  it.each([
    ['order.received', received, { quantities: { 1: '1.5' } }],
    ['order.received', received, { quantities: { 1: '' } }],
    ['order.received', received, { quantities: { 1: '100001' } }],
    ['order.received', received, { date: '' }],
    ['order.lost', lost, { words: ' ' }],
    ['order.lost', lost, { date: '2026-13-01' }],
    ['order.voided', voided, { lines: '1;2' }],
    ['order.numbered', { number: '26X100208' as OrderNumber, seen: { origin: null } }, { number: '100208' }],
  ] as const)('of %s isn’t guessed where it can’t be read (%#)', (type, payload, change) => {
    expect(read(type, payload as Payload, change)).toBeNull();
  });

  it('of what has no values is a withdrawal or nothing', () => {
    expect(correctionFields('order.accepted')).toEqual([]);
    expect(correctionFields('order.expired')).toEqual([]);
  });
});
