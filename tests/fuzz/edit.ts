import fc from 'fast-check';
import { headerAt, join, readForest, writeForest, type Node } from './tlv-tree';

/** Edits of octets, whatever they mean. */
const octetKinds = ['flip', 'set', 'insert', 'delete', 'repeat', 'truncate', 'splice'] as const;
/** Edits of one element's header alone, so that lengths no longer fit. */
const headerKinds = ['length'] as const;
/** Edits of the tree of elements, whose lengths are made to fit again. */
const treeKinds = [
  'tag',
  'resize',
  'fill',
  'swap',
  'copy',
  'drop',
  'nest',
  'unwrap',
  'graft',
  'form',
] as const;

/** One change of a file. Its numbers are taken modulo what they choose from, so any edit fits any file. */
export interface Edit {
  readonly kind: (typeof octetKinds)[number] | (typeof headerKinds)[number] | (typeof treeKinds)[number];
  readonly at: number;
  readonly value: number;
  readonly size: number;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  // Mostly the tree's: a file whose lengths don't fit is refused before anything in it is judged.
  kind: fc.constantFrom(...octetKinds, 'flip', 'flip', ...headerKinds, ...treeKinds, ...treeKinds),
  at: fc.noBias(fc.nat(0x7fffffff)),
  value: fc.noBias(fc.nat(0xffff)),
  size: fc.oneof(fc.nat(8), fc.nat(300)),
});

const OCTETS = [0x00, 0x01, 0x7f, 0x80, 0x81, 0xff, 0x30, 0x31, 0x02, 0x04, 0x05, 0x06, 0xa0, 0x24];
const TAGS = [
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1a, 0x1c, 0x1e, 0x23, 0x24,
  0x30, 0x31, 0x80, 0x81, 0x82, 0x86, 0xa0, 0xa1, 0xa3, 0xa4, 0x00, 0x20, 0x1f, 0x3f,
];
/** Length octets that lie. */
const LENGTHS = [
  [0x80],
  [0x00],
  [0xff],
  [0x84, 0xff, 0xff, 0xff, 0xff],
  [0x84, 0x80, 0, 0, 0],
  [0x85, 1, 0, 0, 0, 0],
  [0x84, 0, 0, 0, 1],
  [0x82, 0xff, 0xff],
  [0x81, 0x7f],
  [0x88, 0, 0, 0, 0, 0, 0, 0, 1],
];
const FORMS = ['shortest', 'padded', 'indefinite'] as const;

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

/** A changed copy of `bytes`; `other` is the file that splices and grafts come from. */
export function applyEdit(bytes: Uint8Array, change: Edit, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const { kind, value, size } = change;
  const { length } = bytes;
  const at = length === 0 ? 0 : change.at % length;
  const from = bytes.subarray(0, at);
  switch (kind) {
    case 'flip':
    case 'set': {
      const copy = new Uint8Array(bytes);
      if (length > 0) copy[at] = kind === 'flip' ? (copy[at] as number) ^ (1 << (value % 8)) : octet(value);
      return copy;
    }
    case 'insert':
      return join([from, new Uint8Array(1 + (size % 64)).fill(octet(value)), bytes.subarray(at)]);
    case 'delete':
      return join([from, bytes.subarray(at + 1 + size)]);
    case 'repeat':
      return join([bytes.subarray(0, at + size), bytes.subarray(at)]);
    case 'truncate':
      return new Uint8Array(from);
    case 'splice':
      return join([from, other.subarray(other.length === 0 ? 0 : (value * 7 + size) % other.length)]);
    case 'length':
      return lied(bytes, change);
    default:
      return bent(bytes, change, other);
  }
}

function octet(value: number): number {
  return value % 2 === 0 ? pick(OCTETS, value >> 1) : value >> 8;
}

/** Another length in the header of one element, nothing else moved. */
function lied(bytes: Uint8Array, { at, value }: Edit): Uint8Array<ArrayBuffer> {
  const starts = headersOf(bytes);
  const start = pick(starts, at);
  const header = start === undefined ? null : headerAt(bytes, start);
  if (start === undefined || header === null) return new Uint8Array(bytes);
  const one = (step: number) => [((bytes[header.body - 1] as number) + step) & 0xff];
  const near = [one(1), one(-1), one(127)].map((last) => [
    ...bytes.slice(start + 1, header.body - 1),
    ...last,
  ]);
  const octets = pick([...LENGTHS, ...near], value);
  return join([bytes.subarray(0, start + 1), Uint8Array.from(octets), bytes.subarray(header.body)]);
}

/** Where elements begin, constructed ones entered. */
function headersOf(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length && starts.length < 4_000;) {
    const header = headerAt(bytes, at);
    if (header === null) break;
    starts.push(at);
    at = ((bytes[at] as number) & 0x20) !== 0 ? header.body : header.end;
  }
  return starts;
}

interface Place {
  readonly siblings: Node[];
  readonly index: number;
}

function placesOf(siblings: Node[], places: Place[] = []): Place[] {
  siblings.forEach((node, index) => {
    places.push({ siblings, index });
    if (node.children !== null) placesOf(node.children, places);
  });
  return places;
}

function bent(
  bytes: Uint8Array,
  { kind, at, value, size }: Edit,
  other: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const forest = readForest(bytes);
  if (forest === null || forest.length === 0) return new Uint8Array(bytes);
  const { siblings, index } = pick(placesOf(forest), at);
  const node = siblings[index] as Node;
  switch (kind) {
    case 'tag':
      node.tag = value % 3 === 0 ? value >> 8 : pick(TAGS, value);
      break;
    case 'form':
      node.form = pick(FORMS, value);
      break;
    case 'swap':
      siblings[index] = siblings[(index + 1 + value) % siblings.length] as Node;
      siblings[(index + 1 + value) % siblings.length] = node;
      break;
    case 'copy':
      siblings.splice(index, 0, ...Array.from({ length: 1 + (size > 200 ? size : size % 3) }, () => node));
      break;
    case 'drop':
      siblings.splice(index, 1);
      break;
    case 'unwrap':
      if (node.children !== null) siblings.splice(index, 1, ...node.children);
      break;
    case 'nest':
      siblings[index] = nested(node, 1 + size, pick([0x30, 0x24, 0xa0, node.tag | 0x20], value));
      break;
    case 'graft': {
      const donors = placesOf(readForest(other) ?? []);
      const donor = donors.length === 0 ? undefined : pick(donors, value * 31 + size);
      if (donor) siblings[index] = donor.siblings[donor.index] as Node;
      break;
    }
    case 'fill':
      replace(node, new Uint8Array(size).fill(octet(value)));
      break;
    default:
      replace(node, resized(node.content, value, size));
  }
  return writeForest(forest);
}

function nested(node: Node, depth: number, tag: number): Node {
  let outer = node;
  for (let i = 0; i < depth; i++)
    outer = { tag, prefix: new Uint8Array(0), children: [outer], content: node.content, form: node.form };
  return outer;
}

function replace(node: Node, content: Uint8Array): void {
  node.children = null;
  node.content = content;
}

/** Content with some octets put in or taken out at one end or in the middle. */
function resized(content: Uint8Array, value: number, size: number): Uint8Array {
  const middle = pick([0, content.length, content.length >> 1], value);
  const few = 1 + (size % 4);
  return value % 2 === 0
    ? join([content.subarray(0, middle), new Uint8Array(few).fill(octet(value)), content.subarray(middle)])
    : join([content.subarray(0, middle), content.subarray(middle + few)]);
}
