import type { Bytes, Tlv } from '../der/reader';
import { hex, readOid, readText, tags } from '../der/values';
import { DerError } from '../der/der-error';

/** A distinguished name, read once. */
export interface Name {
  readonly der: Bytes;
  /** Equal for names that RFC 5280 7.1 calls the same: case, inner white space and string type don't count. */
  readonly key: string;
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

export function readName(tlv: Tlv): Name {
  const attributes: { oid: string; value: string }[] = [];
  const keys: string[][] = [];
  const texts: string[] = [];
  for (const rdn of tlv.reader().rest()) {
    if (rdn.tag !== tags.set) throw new DerError('name without RDNs');
    const parts = [...rdn.reader().rest()].map((attribute) => {
      const reader = attribute.reader();
      const oid = readOid(reader.next(tags.oid));
      const value = reader.next();
      reader.finish();
      const text = readText(value);
      attributes.push({ oid, value: text ?? `#${hex(value.raw)}` });
      return {
        key: `${oid}=${text === null ? `#${hex(value.raw)}` : folded(text)}`,
        text: `${SHORT_NAMES[oid] ?? oid}=${text === null ? `#${hex(value.raw)}` : escaped(text)}`,
      };
    });
    keys.push(parts.map((part) => part.key).sort());
    texts.unshift(parts.map((part) => part.text).join('+'));
  }
  return { der: tlv.raw, key: JSON.stringify(keys), text: texts.join(','), attributes };
}

/** Text that can't hide or reorder anything: its invisible characters as hex pairs of their UTF-8 octets (RFC 4514). */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => hex(new TextEncoder().encode(character)).replace(/../g, '\\$&'));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function escaped(text: string): string {
  return visible(text.replace(/[\\,+"<>;]/g, '\\$&').replace(/^[# ]|(?<!\\) $/g, '\\$&'));
}
