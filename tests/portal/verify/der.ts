/** One DER element: its identifier octet, its content, and where it stands. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
}

/** Reads the elements that follow each other in `bytes`; throws RangeError on a length that runs out of them. */
export function derElements(bytes: Buffer): readonly Der[] {
  const found: Der[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at);
    let length = bytes.readUInt8(at + 1);
    let start = at + 2;
    if (length > 0x80) {
      const size = length & 0x7f;
      length = bytes.readUIntBE(start, size);
      start += size;
    }
    if (start + length > bytes.length) throw new RangeError('DER length runs past the end');
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

const CONSTRUCTED = 0x20;

/** Every element in document order, parents before children. */
export function derWalk(bytes: Buffer): readonly Der[] {
  return derElements(bytes).flatMap((element) =>
    element.tag & CONSTRUCTED ? [element, ...derWalk(element.content)] : [element],
  );
}

/** An OBJECT IDENTIFIER's content octets. */
export function oidBytes(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) septets.unshift((left & 0x7f) | 0x80);
    return septets;
  });
  return Buffer.from(octets);
}
