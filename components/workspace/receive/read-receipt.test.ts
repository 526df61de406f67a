import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedState } from '@/tests/gallery/fixtures';
import { allAsShipped, readReceipt, stillOpen } from './read-receipt';

const lines = shippedState.lines;

describe('reading a receipt', () => {
  it('takes every whole number of packages as it stands, 0 included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (packages) => {
        expect(readReceipt(lines, { 1: ` ${packages} ` })).toEqual({
          lines: [{ lineNumber: 1, packages }],
          faults: {},
        });
      }),
    );
  });

  it('never records a line whose text is no whole number', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text.trim() !== '' && !/^\d{1,9}$/.test(text.trim())),
        (text) => {
          const read = readReceipt(lines, { 2: text });
          expect(read.lines).toEqual([]);
          expect(read.faults[2]?.code).toBe('receipt/quantity-invalid');
        },
      ),
    );
  });

  it('fills what was shipped and isn’t recorded yet, and never more', () => {
    const state = lines.map((line, index) => ({ ...line, received: index === 0 ? 5 : line.shipped! }));
    expect(allAsShipped(state)).toEqual({ 1: '7' });
    expect(stillOpen({ ...lines[0]!, received: 20 })).toBe(0);
    expect(stillOpen({ ...lines[0]!, shipped: null })).toBeNull();
  });
});
