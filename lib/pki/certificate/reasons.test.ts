import { describe, expect, it } from 'vitest';
import { DerError } from '../der/der-error';
import { ALL_REASONS, readReasons } from './reasons';

describe('reasons', () => {
  it('are the bits that count', () => {
    expect(readReasons(Uint8Array.of(5, 0x60))).toBe(0x6000);
    expect(readReasons(Uint8Array.of(7, 0x7f, 0x80))).toBe(ALL_REASONS);
    expect(readReasons(Uint8Array.of(0))).toBe(0);
  });

  it.each([[[5, 0x61]], [[7, 0x7f, 0xc0]], [[1]], [[8, 0x60]], [[]]])('%j are none', (octets) => {
    expect(() => readReasons(Uint8Array.from(octets))).toThrow(DerError);
  });
});
