import { single, type Bytes, type Tlv } from '../der/reader';
import { concat, tags } from '../der/values';
import { write } from '../der/writer';

const END = Uint8Array.of(0, 0);
const PIECE = 100;

/** The same value as macOS and old NSS would write it: indefinite lengths, octet strings in pieces. */
export function toBer(der: Bytes): Bytes {
  return rewrite(single(der));
}

function rewrite(tlv: Tlv): Bytes {
  if (tlv.tag === tags.octetString || tlv.tag === 0x80) return inPieces(tlv);
  if ((tlv.tag & 0x20) === 0) return tlv.raw;
  return concat(Uint8Array.of(tlv.tag, 0x80), ...[...tlv.reader().rest()].map(rewrite), END);
}

function inPieces({ tag, content }: Tlv): Bytes {
  const pieces: Bytes[] = [];
  for (let at = 0; at < content.length; at += PIECE)
    pieces.push(write(tags.octetString, content.subarray(at, at + PIECE)));
  return concat(Uint8Array.of(tag | 0x20, 0x80), ...pieces, END);
}
