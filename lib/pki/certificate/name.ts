import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { hex, readOid, readText, tags } from '../der/values';

/** A distinguished name, read once. */
export interface Name {
  readonly der: Bytes;
  /** Equal for names that RFC 5280 7.1 calls the same: case, inner white space and string type don't count. */
  readonly key: string;
  /** The key of each RDN, from the first: what name constraints compare. */
  readonly rdns: readonly string[];
  /** RFC 4514 text; what could steer a display (controls, bidi, zero width) stands as hex pairs. */
  readonly text: string;
  readonly attributes: readonly { readonly oid: string; readonly value: string }[];
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** What RFC 4518 2.2 maps to nothing: controls other than white space, format characters, variation selectors. */
const IGNORED = /[\u034f\u180b-\u180d\ufe00-\ufe0f\ufffc]|(?![\t-\r\u0085])\p{Cc}|\p{Cf}/gu;
const SPACES = /[\t-\r\u0085\p{Z}]+/gu;
const PLAIN = /^[ -~]*$/;

export function readName(tlv: Tlv): Name {
  const attributes: { oid: string; value: string }[] = [];
  const rdns: string[] = [];
  const texts: string[] = [];
  for (const rdn of tlv.reader().rest()) {
    if (rdn.tag !== tags.set || rdn.body === rdn.end) throw new DerError('name without RDNs');
    const keys: string[] = [];
    const shown: string[] = [];
    for (const attribute of rdn.reader().rest()) {
      const reader = attribute.reader();
      const oid = readOid(reader.next(tags.oid));
      const value = reader.next();
      reader.finish();
      const text = readText(value);
      const raw = text === null || text.includes('\ufffd') ? `#${hex(value.raw)}` : null;
      attributes.push({ oid, value: text ?? `#${hex(value.raw)}` });
      keys.push(`${oid}${raw ?? `=${folded(text ?? '')}`}`);
      shown.push(`${SHORT_NAMES[oid] ?? oid}=${text === null ? `#${hex(value.raw)}` : escaped(text)}`);
    }
    rdns.push(keys.sort().join('\u0001'));
    texts.push(shown.join('+'));
  }
  // Folded text holds no controls, so that the joints can't be mistaken for content.
  return { der: tlv.raw, key: rdns.join('\u0000'), rdns, text: texts.reverse().join(','), attributes };
}

/** Text that can't hide or reorder anything: its invisible characters as hex pairs of their UTF-8 octets (RFC 4514). */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => hex(new TextEncoder().encode(character)).replace(/../g, '\\$&'));
}

/** String preparation of RFC 4518 as RFC 5280 7.1 asks: what is equal afterwards is the same value. */
function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().trim().replace(/ +/g, ' ');
  return caseFolded(text.replace(IGNORED, '').normalize('NFKC'))
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(SPACES, ' ')
    .trim();
}

/** Unicode case folding where it is more than lower case (ß, final sigma). */
function caseFolded(text: string): string {
  return text.toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
}

function escaped(text: string): string {
  return visible(text.replace(/[\\,+"<>;]/g, '\\$&').replace(/^[# ]|(?<!\\) $/g, '\\$&'));
}
