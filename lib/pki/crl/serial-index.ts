import type { Bytes } from '../der/reader';

/** Finds one of many serial numbers inside a buffer without making an object of each: a hash table of positions. */
export class SerialIndex {
  private starts = new Uint32Array(1024);
  private table: Int32Array | null = null;
  count = 0;

  constructor(private readonly buffer: Bytes) {}

  /** `start` is where the entry, a SEQUENCE that begins with the serial number, begins. */
  add(start: number): void {
    if (this.count === this.starts.length) {
      const grown = new Uint32Array(this.starts.length * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count++] = start;
  }

  /** Position of the first entry with these serial octets (minimal two's complement), or -1. */
  find(serial: Uint8Array): number {
    const table = (this.table ??= this.build());
    const mask = table.length - 1;
    for (let slot = hash(serial, 0, serial.length) & mask; ; slot = (slot + 1) & mask) {
      const entry = (table[slot] as number) - 1;
      if (entry < 0) return -1;
      const start = this.starts[entry] as number;
      if (this.same(start, serial)) return start;
    }
  }

  private build(): Int32Array {
    let size = 16;
    while (size < this.count * 2) size *= 2;
    const table = new Int32Array(size);
    for (let i = 0; i < this.count; i++) {
      const [from, to] = this.minimal(this.starts[i] as number);
      let slot = hash(this.buffer, from, to) & (size - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
      table[slot] = i + 1;
    }
    return table;
  }

  private same(start: number, serial: Uint8Array): boolean {
    const [from, to] = this.minimal(start);
    if (to - from !== serial.length) return false;
    for (let i = 0; i < serial.length; i++) if (this.buffer[from + i] !== serial[i]) return false;
    return true;
  }

  /** The serial's octets without redundant leading ones. Serials are below 128 octets, so the length is one octet. */
  private minimal(start: number): [number, number] {
    const length = this.buffer[start + 1] as number;
    const integer = start + 2 + (length < 0x80 ? 0 : length & 0x7f);
    let from = integer + 2;
    const to = from + (this.buffer[integer + 1] as number);
    while (from < to - 1) {
      const [byte, next] = [this.buffer[from] as number, this.buffer[from + 1] as number];
      if (!(byte === 0 && next < 0x80) && !(byte === 0xff && next >= 0x80)) break;
      from++;
    }
    return [from, to];
  }
}

/** FNV-1a over a stretch of octets. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ (bytes[i] as number), 0x01000193);
  return value >>> 0;
}
