import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DerError } from '../der/der-error';
import { single } from '../der/reader';
import { readTime, tags } from '../der/values';
import { write, writeTime } from '../der/writer';
import { Cursor } from './cursor';
import { timeAt } from './time-at';

function both(der: Uint8Array<ArrayBuffer>): [number | null, number | null] {
  const orNull = (read: () => number) => {
    try {
      return read();
    } catch (error) {
      expect(error).toBeInstanceOf(DerError);
      return null;
    }
  };
  const cursor = new Cursor(der);
  cursor.read(0, der.length);
  return [orNull(() => timeAt(cursor)), orNull(() => readTime(single(der)))];
}

it('reads times as every other part of a list or certificate is read', () => {
  const moment = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (date) => {
      const seconds = Math.floor(date.getTime() / 1000) * 1000;
      expect(both(writeTime(seconds))).toEqual([seconds, seconds]);
    }),
  );
});

it('refuses the same times', () => {
  const digit = fc.constantFrom(...'0123456789');
  const part = fc.constantFrom(
    '00',
    '01',
    '02',
    '12',
    '13',
    '23',
    '24',
    '28',
    '29',
    '30',
    '31',
    '32',
    '59',
    '60',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(tags.utcTime, tags.generalizedTime, tags.integer),
      fc.array(digit, { minLength: 0, maxLength: 2 }),
      fc.array(part, { minLength: 5, maxLength: 7 }),
      fc.constantFrom('Z', '', 'z', '+0000', '.5Z'),
      (tag, some, parts, end) => {
        const text = `${tag === tags.generalizedTime ? '20' : ''}${some.join('')}${parts.join('')}${end}`;
        const [ours, other] = both(write(tag, new TextEncoder().encode(text)));
        expect(ours).toBe(other);
      },
    ),
    { numRuns: 2000 },
  );
});
