/** One element of a file that is to be bent. Read by own means, so that the product's reader isn't its own judge. */
export interface Node {
  tag: number;
  /** Octets before the children: 1 in a BIT STRING that holds DER. */
  prefix: Uint8Array;
  children: Node[] | null;
  content: Uint8Array;
  /** How its length is written. */
  form: 'shortest' | 'padded' | 'indefinite';
}

const NONE = new Uint8Array(0);
const MAX_DEPTH = 24;

/** The elements that `bytes` consists of, with those inside octet and bit strings too; null where it isn't just elements. */
export function readForest(bytes: Uint8Array, depth = 0): Node[] | null {
  const nodes: Node[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = headerAt(bytes, at);
    if (header === null || header.end > bytes.length) return null;
    nodes.push(readNode(bytes[at] as number, bytes.subarray(header.body, header.end), depth));
    at = header.end;
  }
  return nodes;
}

/** Where the content of the definite element at `at` begins and ends. */
export function headerAt(bytes: Uint8Array, at: number): { body: number; end: number } | null {
  const first = bytes[at + 1];
  if (first === undefined || ((bytes[at] as number) & 0x1f) === 0x1f) return null;
  if (first < 0x80) return { body: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) return null;
  const length = bytes.subarray(at + 2, at + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { body: at + 2 + count, end: at + 2 + count + length };
}

function readNode(tag: number, content: Uint8Array, depth: number): Node {
  const isBits = tag === 0x03 && content[0] === 0;
  const mayHold = (tag & 0x20) !== 0 || isBits || tag === 0x04 || (tag & 0xc0) === 0x80;
  const inner = isBits ? content.subarray(1) : content;
  const children = mayHold && depth < MAX_DEPTH && inner.length > 0 ? readForest(inner, depth + 1) : null;
  return { tag, prefix: isBits ? content.subarray(0, 1) : NONE, children, content, form: 'shortest' };
}

/** The elements as octets, every length fitting what it holds. */
export function writeForest(nodes: readonly Node[]): Uint8Array<ArrayBuffer> {
  return join(nodes.map(writeNode));
}

function writeNode({ tag, prefix, children, content, form }: Node): Uint8Array {
  const body = children === null ? content : join([prefix, ...children.map(writeNode)]);
  const { length } = body;
  if (form === 'indefinite') return join([Uint8Array.of(tag, 0x80), body, Uint8Array.of(0, 0)]);
  const octets = [length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff];
  if (form === 'padded') return join([Uint8Array.of(tag, 0x84, ...octets), body]);
  if (length < 0x80) return join([Uint8Array.of(tag, length), body]);
  const minimal = octets.slice(octets.findIndex((octet) => octet !== 0));
  return join([Uint8Array.of(tag, 0x80 | minimal.length, ...minimal), body]);
}

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
