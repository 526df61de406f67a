import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';

/**
 * Reads one element's header after the other into its own fields, in strict DER: a revocation list has too many entries
 * for objects of each.
 */
export class Cursor {
  tag = 0;
  /** Where the content begins and ends. */
  body = 0;
  end = 0;

  constructor(readonly buffer: Bytes) {}

  /** Reads the header at `start` of an element that must end by `limit`. Throws DerError. */
  read(start: number, limit: number): void {
    const { buffer } = this;
    if (start + 2 > limit) throw new DerError(`element at ${start} is cut off`);
    this.tag = buffer[start] as number;
    const first = buffer[start + 1] as number;
    this.body = start + 2;
    this.end = this.body + first;
    if (first >= 0x80) this.readLong(start, first & 0x7f, limit);
    if (this.end > limit) throw new DerError(`element at ${start} is cut off`);
  }

  /** As `read`, for an element that must have this tag. */
  expect(tag: number, start: number, limit: number): void {
    this.read(start, limit);
    if (this.tag !== tag) {
      throw new DerError(`tag ${tag.toString(16)} expected, ${this.tag.toString(16)} found at ${start}`);
    }
  }

  private readLong(start: number, octets: number, limit: number): void {
    this.body = start + 2 + octets;
    if (octets === 0 || octets > 4 || this.body > limit)
      throw new DerError(`length at ${start} is not definite or too large`);
    let length = 0;
    for (let i = start + 2; i < this.body; i++) length = length * 256 + (this.buffer[i] as number);
    if (length < 0x80 || this.buffer[start + 2] === 0)
      throw new DerError(`length at ${start} is not minimal`);
    this.end = this.body + length;
  }
}
