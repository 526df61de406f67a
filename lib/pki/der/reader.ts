import { DerError } from './der-error';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Bit of an identifier octet that says: the content is further elements. */
export const CONSTRUCTED = 0x20;
/** Identifier octet without its bit for constructed ones; 0 is left to end-of-contents. */
const PLAIN = 0xff ^ CONSTRUCTED;

/** Indefinite lengths nested deeper than this are refused: real files stay below ten. */
const MAX_BER_DEPTH = 64;

/** Where the indefinite lengths within a stretch of octets that was scanned begin their content, ascending, and end it. */
interface Ends {
  readonly bodies: number[];
  readonly ends: number[];
}

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
    /** Whether it stands in a BER envelope, where indefinite lengths and split strings are taken. */
    readonly ber: boolean,
    private readonly ends: Ends | null,
  ) {}

  get content(): Bytes {
    return this.buffer.subarray(this.body, this.end);
  }

  get raw(): Bytes {
    return this.buffer.subarray(this.start, this.next);
  }

  /** The elements inside; octets of a primitive one are none, whatever they look like. */
  reader(): DerReader {
    if ((this.tag & CONSTRUCTED) === 0) throw new DerError(`element at ${this.start} has no parts`);
    return new DerReader(this.buffer, this.body, this.end, this.ber, this.ends);
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
    private readonly ends: Ends | null = null,
  ) {}

  get done(): boolean {
    return this.position >= this.end;
  }

  /** Identifier octet of the next element; -1 at the end. */
  get tag(): number {
    return this.done ? -1 : (this.buffer[this.position] as number);
  }

  next(tag?: number): Tlv {
    const tlv = readTlv(this.buffer, this.position, this.end, this.ber, this.ends);
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

function readTlv(buffer: Bytes, start: number, limit: number, ber: boolean, known: Ends | null): Tlv {
  if (start + 2 > limit) throw new DerError(`element at ${start} is cut off`);
  const tag = buffer[start] as number;
  if ((tag & 0x1f) === 0x1f) throw new DerError(`tag number above 30 at ${start}`);
  if ((tag & PLAIN) === 0) throw new DerError(`end-of-contents at ${start}`);
  const body = bodyOf(buffer, start, limit);
  const length = lengthOf(buffer, start, body, ber);
  if (length >= 0) {
    const end = body + length;
    if (end > limit) throw new DerError(`element at ${start} is cut off`);
    return new Tlv(buffer, tag, start, body, end, end, ber, known);
  }
  // Scanned from the outermost one alone, or each level of a hostile file would be scanned once more.
  const end = known === null ? -1 : knownEnd(known, body);
  if (end >= 0) return new Tlv(buffer, tag, start, body, end, end + 2, ber, known);
  const scanned = endsOfContents(buffer, body, limit);
  const own = scanned.ends[0] as number;
  return new Tlv(buffer, tag, start, body, own, own + 2, ber, scanned);
}

/** Where the content begins of the element at `start`. */
function bodyOf(buffer: Bytes, start: number, limit: number): number {
  if (start + 2 > limit) throw new DerError(`element at ${start} is cut off`);
  const first = buffer[start + 1] as number;
  if (first <= 0x80) return start + 2;
  const body = start + 2 + (first & 0x7f);
  if (first > 0x84 || body > limit) throw new DerError(`length at ${start} is too large`);
  return body;
}

/** Octets of content, at most 2³² − 1; -1 stands for an indefinite length. */
function lengthOf(buffer: Bytes, start: number, body: number, ber: boolean): number {
  const first = buffer[start + 1] as number;
  if (first < 0x80) return first;
  if (first === 0x80) {
    if (!ber || ((buffer[start] as number) & CONSTRUCTED) === 0)
      throw new DerError(`indefinite length at ${start}`);
    return -1;
  }
  let length = 0;
  for (let i = start + 2; i < body; i++) length = length * 256 + (buffer[i] as number);
  if (!ber && (length < 0x80 || buffer[start + 2] === 0))
    throw new DerError(`length at ${start} is not minimal`);
  return length;
}

/** Binary search; -1 where `body` isn't among those scanned. */
function knownEnd({ bodies, ends }: Ends, body: number): number {
  let low = 0;
  for (let high = bodies.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((bodies[middle] as number) < body) low = middle + 1;
    else high = middle;
  }
  return bodies[low] === body ? (ends[low] as number) : -1;
}

/**
 * Where the end-of-contents octets stand that close an indefinite length whose content begins at `position`, and those of
 * the ones within it. What has a definite length is stepped over.
 */
function endsOfContents(buffer: Bytes, position: number, limit: number): Ends {
  const bodies = [position];
  const ends = [-1];
  const open = [0];
  for (let at = position; ;) {
    if (buffer[at] === 0 && buffer[at + 1] === 0 && at + 2 <= limit) {
      ends[open.pop() as number] = at;
      if (open.length === 0) return { bodies, ends };
      at += 2;
      continue;
    }
    const body = bodyOf(buffer, at, limit);
    const length = lengthOf(buffer, at, body, true);
    at = body;
    if (length >= 0) at += length;
    else {
      if (open.length === MAX_BER_DEPTH) throw new DerError('indefinite lengths are nested too deep');
      open.push(bodies.length);
      bodies.push(body);
      ends.push(-1);
    }
  }
}
