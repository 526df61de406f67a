import type { Bytes } from '../der/reader';
import { minimalStart } from '../der/values';
import { Positions } from './positions';

/**
 * Finds one of many serial numbers inside a buffer without making an object of each: a hash table of positions. Entries
 * of one hash are chained, so that a list made of collisions is built as quickly as any other.
 */
export class SerialIndex {
  private readonly starts = new Positions();
  private heads: Int32Array | null = null;
  private chain = new Int32Array(0);

  constructor(private readonly buffer: Bytes) {}

  get count(): number {
    return this.starts.length;
  }

  /** `start` is where the entry, a SEQUENCE that begins with the serial number, begins. */
  add(start: number): void {
    this.starts.push(start);
  }

  /** Where each entry with these serial octets (minimal two's complement) begins, in no order. */
  *find(serial: Uint8Array): Generator<number> {
    const heads = (this.heads ??= this.build());
    const slot = hash(serial, 0, serial.length) & (heads.length - 1);
    for (let entry = (heads[slot] as number) - 1; entry >= 0; entry = (this.chain[entry] as number) - 1) {
      const start = this.starts.at(entry);
      if (this.same(start, serial)) yield start;
    }
  }

  private build(): Int32Array {
    let size = 16;
    while (size < this.count) size *= 2;
    const heads = new Int32Array(size);
    this.chain = new Int32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const integer = this.integerAt(this.starts.at(i));
      const to = this.endOf(integer);
      const slot = hash(this.buffer, minimalStart(this.buffer, integer + 2, to), to) & (size - 1);
      this.chain[i] = heads[slot] as number;
      heads[slot] = i + 1;
    }
    return heads;
  }

  private same(start: number, serial: Uint8Array): boolean {
    const integer = this.integerAt(start);
    const to = this.endOf(integer);
    const from = minimalStart(this.buffer, integer + 2, to);
    if (to - from !== serial.length) return false;
    for (let i = 0; i < serial.length; i++) if (this.buffer[from + i] !== serial[i]) return false;
    return true;
  }

  private integerAt(start: number): number {
    const length = this.buffer[start + 1] as number;
    return start + 2 + (length < 0x80 ? 0 : length & 0x7f);
  }

  /** Serials are below 128 octets (the pass over the entries sees to it), so their length is one octet. */
  private endOf(integer: number): number {
    return integer + 2 + (this.buffer[integer + 1] as number);
  }
}

/** FNV-1a over a stretch of octets. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ (bytes[i] as number), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
