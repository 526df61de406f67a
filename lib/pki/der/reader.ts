import { DerError } from './der-error';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Indefinite lengths nested deeper than this are refused: real files stay below ten. */
const MAX_BER_DEPTH = 64;

/** One element: identifier octet, content and its place in the buffer. */
export class Tlv {
  constructor(
    readonly buffer: Bytes,
    readonly tag: number,
    readonly start: number,
    readonly body: number,
    readonly end: number,
    /** Where the next element begins: after the end-of-contents octets of an indefinite length. */
    readonly next: number,
    private readonly ber: boolean,
  ) {}

  get content(): Bytes {
    return this.buffer.subarray(this.body, this.end);
  }

  get raw(): Bytes {
    return this.buffer.subarray(this.start, this.next);
  }

  reader(): DerReader {
    return new DerReader(this.buffer, this.body, this.end, this.ber);
  }
}

/**
 * Reads elements one after the other; it descends only where a caller asks, so nesting can't exhaust the stack.
 * Strict DER by default; `ber` also takes indefinite and over-long lengths, for envelopes (PFX, CMS) alone.
 */
export class DerReader {
  constructor(
    readonly buffer: Bytes,
    private position = 0,
    readonly end: number = buffer.length,
    private readonly ber = false,
  ) {}

  get done(): boolean {
    return this.position >= this.end;
  }

  /** Identifier octet of the next element; -1 at the end. */
  get tag(): number {
    return this.done ? -1 : (this.buffer[this.position] as number);
  }

  next(tag?: number): Tlv {
    const tlv = readTlv(this.buffer, this.position, this.end, this.ber);
    if (tag !== undefined && tlv.tag !== tag) {
      throw new DerError(`tag ${tag.toString(16)} expected, ${tlv.tag.toString(16)} found at ${tlv.start}`);
    }
    this.position = tlv.next;
    return tlv;
  }

  optional(tag: number): Tlv | null {
    return this.tag === tag ? this.next(tag) : null;
  }

  /** Every element that is left. */
  *rest(): Generator<Tlv> {
    while (!this.done) yield this.next();
  }

  finish(): void {
    if (!this.done) throw new DerError(`unexpected bytes at ${this.position}`);
  }
}

/** The one element that `bytes` consists of; anything after it is refused. */
export function single(bytes: Bytes, tag?: number, ber = false): Tlv {
  const reader = new DerReader(bytes, 0, bytes.length, ber);
  const tlv = reader.next(tag);
  reader.finish();
  return tlv;
}

function readTlv(buffer: Bytes, start: number, limit: number, ber: boolean): Tlv {
  const { tag, body, length } = readHeader(buffer, start, limit, ber);
  if (length >= 0) {
    const end = body + length;
    if (end > limit) throw new DerError(`element at ${start} is cut off`);
    return new Tlv(buffer, tag, start, body, end, end, ber);
  }
  const end = endOfContents(buffer, body, limit);
  return new Tlv(buffer, tag, start, body, end, end + 2, ber);
}

/** `length` -1 stands for an indefinite one. */
function readHeader(buffer: Bytes, start: number, limit: number, ber: boolean) {
  if (start + 2 > limit) throw new DerError(`element at ${start} is cut off`);
  const tag = buffer[start] as number;
  if ((tag & 0x1f) === 0x1f) throw new DerError(`tag number above 30 at ${start}`);
  const first = buffer[start + 1] as number;
  if (first < 0x80) return { tag, body: start + 2, length: first };
  if (first === 0x80) {
    if (!ber || (tag & 0x20) === 0) throw new DerError(`indefinite length at ${start}`);
    return { tag, body: start + 2, length: -1 };
  }
  const body = start + 2 + (first & 0x7f);
  if ((first & 0x7f) > 4 || body > limit) throw new DerError(`length at ${start} is too large`);
  let length = 0;
  for (let i = start + 2; i < body; i++) length = length * 256 + (buffer[i] as number);
  if (!ber && (length < 0x80 || buffer[start + 2] === 0))
    throw new DerError(`length at ${start} is not minimal`);
  return { tag, body, length };
}

/** Where the end-of-contents octets stand that close an indefinite length whose content begins at `position`. */
function endOfContents(buffer: Bytes, position: number, limit: number): number {
  for (let depth = 1, at = position; ;) {
    const { tag, body, length } = readHeader(buffer, at, limit, true);
    if (tag === 0 && length === 0) {
      if (--depth === 0) return at;
      at = body;
    } else if (length < 0) {
      if (++depth > MAX_BER_DEPTH) throw new DerError('indefinite lengths are nested too deep');
      at = body;
    } else {
      at = body + length;
    }
  }
}
