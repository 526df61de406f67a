import { schedules as scheduleCodes, type Schedule } from '@/lib/base';
import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { hex, latin1, readBits, readText, tags, utf8Text } from '../der/values';
import type { DeaExtensions } from '../types';
import { visible } from './name';
import type { Extension } from './x509';

const ARC = '2.16.840.1.101.3.5';
/** SHA-1 and SHA-256, the hashes that are told apart by their length (csos.md 3). */
const HASH_LENGTHS: readonly number[] = [20, 32];

/**
 * Reads DEA's own extensions. How they are wrapped is unconfirmed (csos.md 3), so OCTET STRING, UTF8String, IA5String,
 * PrintableString, BIT STRING and bare octets are all taken; what can't be read is null. Null: no such extension at all.
 */
export function readDeaExtensions(extensions: ReadonlyMap<string, Extension>): DeaExtensions | null {
  if (![...extensions.keys()].some((oid) => oid.startsWith(`${ARC}.`))) return null;
  const of = (n: number) => extensions.get(`${ARC}.${n}`)?.value ?? null;
  const address = readDeaText(of(6));
  return {
    registrantName: readDeaText(of(2)),
    deaNumberHash: readHash(of(3)),
    schedules: readScheduleBits(of(4)),
    businessActivity: readDeaText(of(5)),
    address:
      address === null
        ? null
        : address
            .split('$')
            .map((item) => item.trim())
            .filter((item) => item !== ''),
  };
}

/** The element that the value is, or null where it is none: nothing in here may make a certificate unreadable. */
function element(value: Bytes): Tlv | null {
  try {
    const tlv = single(value);
    if (tlv.tag === tags.bitString) readBits(tlv);
    return tlv;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** Octets inside one wrapper; the value itself where it has none that is known. */
function unwrapped(value: Bytes): Bytes {
  const tlv = element(value);
  if (tlv === null) return value;
  if (tlv.tag === tags.bitString) return readBits(tlv).bytes;
  return tlv.tag === tags.octetString || readText(tlv) !== null ? tlv.content : value;
}

function readHash(value: Bytes | null): string | null {
  if (value === null) return null;
  let octets = value;
  // Twice, because an OCTET STRING may wrap another wrapper; a hash is known by its length and never unwrapped itself.
  for (let i = 0; i < 2 && !HASH_LENGTHS.includes(octets.length); i++) octets = unwrapped(octets);
  if (HASH_LENGTHS.includes(octets.length)) return hex(octets);
  const text = latin1(octets).toLowerCase();
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null;
}

/** Bits from the left: 0x80 = 1, 0x40 = 2, 0x20 = 2N … 0x02 = 5. Exactly one octet without other bits, or unknown. */
function readScheduleBits(value: Bytes | null): readonly Schedule[] | null {
  if (value === null) return null;
  const outer = element(value);
  const tlv =
    (outer?.tag === tags.octetString && outer.content.length > 1 ? element(outer.content) : null) ?? outer;
  if (tlv === null || (tlv.tag !== tags.octetString && tlv.tag !== tags.bitString)) return null;
  const { bytes, unused } = tlv.tag === tags.bitString ? readBits(tlv) : { bytes: tlv.content, unused: 0 };
  const bits = bytes[0];
  // A bit that another reader doesn't count must not give a schedule here: those, and the last one, have to be 0.
  if (bytes.length !== 1 || bits === undefined || (bits & ((1 << Math.max(unused, 1)) - 1)) !== 0)
    return null;
  return scheduleCodes.filter((_, i) => (bits & (0x80 >> i)) !== 0);
}

function readDeaText(value: Bytes | null): string | null {
  if (value === null) return null;
  const tlv = element(value);
  const inner = tlv === null ? null : readText(tlv);
  if (inner !== null) return visible(inner);
  const octets = unwrapped(value);
  const nested = octets === value ? null : element(octets);
  const text = (nested === null ? null : readText(nested)) ?? utf8Text(octets);
  return text === null ? null : visible(text);
}
