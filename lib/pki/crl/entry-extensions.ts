import { DerError } from '../der/der-error';
import { tags } from '../der/values';
import type { Cursor } from './cursor';
import { timeAt } from './time-at';

/** What the extensions of one entry say (RFC 5280 5.3). */
export interface EntryExtensions {
  /** CRLReason; null where none is given, or one that isn't defined. */
  readonly reason: number | null;
  /** invalidityDate in milliseconds since 1970: since when the key isn't to be trusted. */
  readonly invalidFrom: number | null;
  /** Where the GeneralNames of certificateIssuer begin; -1 where the entry has none. */
  readonly issuerAt: number;
  readonly hasUnknownCritical: boolean;
}

/** A lone reason code, as nearly every entry has it: recognised without reading it element by element. */
const PLAIN_REASON = [0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01];

const ENUMERATED = 0x0a;
/** Last octets of 2.5.29.x. */
const REASON_CODE = 21;
const INVALIDITY_DATE = 24;
const CERTIFICATE_ISSUER = 29;
/** CRLReason has no 7, and ends with aACompromise (RFC 5280 5.3.1). */
const UNUSED_REASON = 7;
const LAST_REASON = 10;

export function isPlainReason(buffer: Uint8Array, start: number, end: number): boolean {
  if (end - start !== PLAIN_REASON.length + 1) return false;
  for (let i = 0; i < PLAIN_REASON.length; i++) if (buffer[start + i] !== PLAIN_REASON[i]) return false;
  return true;
}

/** Reads the Extensions at `start`, which must end at `limit`. Throws DerError. */
export function readEntryExtensions(cursor: Cursor, start: number, limit: number): EntryExtensions {
  cursor.expect(tags.sequence, start, limit);
  if (cursor.end !== limit) throw new DerError(`unexpected bytes at ${cursor.end}`);
  const said = { reason: null as number | null, invalidFrom: null as number | null, issuerAt: -1 };
  let hasUnknownCritical = false;
  let seen = 0;
  for (let at = cursor.body; at < limit;) {
    cursor.expect(tags.sequence, at, limit);
    const end = cursor.end;
    at = end;
    cursor.expect(tags.oid, cursor.body, end);
    const arc = certificateExtensionArc(cursor);
    const critical = readCritical(cursor, end);
    const value = cursor.body;
    if (arc !== REASON_CODE && arc !== INVALIDITY_DATE && arc !== CERTIFICATE_ISSUER) {
      hasUnknownCritical ||= critical;
      continue;
    }
    if ((seen & (1 << arc)) !== 0) throw new DerError(`entry extension 2.5.29.${arc} stands twice`);
    seen |= 1 << arc;
    cursor.read(value, end);
    if (cursor.end !== end) throw new DerError(`unexpected bytes at ${cursor.end}`);
    if (arc === REASON_CODE) said.reason = reasonAt(cursor);
    else if (arc === INVALIDITY_DATE) said.invalidFrom = invalidityDateAt(cursor);
    else said.issuerAt = value;
  }
  return { ...said, hasUnknownCritical };
}

/** n of an OID 2.5.29.n, or -1. */
function certificateExtensionArc({ buffer, body, end }: Cursor): number {
  if (end - body !== 3 || buffer[body] !== 0x55 || buffer[body + 1] !== 0x1d) return -1;
  return buffer[body + 2] as number;
}

/** Reads past the critical flag, if there is one, and onto the extension's OCTET STRING. */
function readCritical(cursor: Cursor, end: number): boolean {
  cursor.read(cursor.end, end);
  let critical = false;
  if (cursor.tag === tags.boolean) {
    if (cursor.end - cursor.body !== 1) throw new DerError('not a BOOLEAN');
    critical = cursor.buffer[cursor.body] !== 0;
    cursor.read(cursor.end, end);
  }
  if (cursor.tag !== tags.octetString || cursor.end !== end)
    throw new DerError(`entry extension without a value at ${cursor.body}`);
  return critical;
}

/** A code that isn't defined still revokes: it just gives no reason. */
function reasonAt({ buffer, tag, body, end }: Cursor): number | null {
  if (tag !== ENUMERATED || end - body !== 1) throw new DerError('not a CRLReason');
  const code = buffer[body] as number;
  return code > LAST_REASON || code === UNUSED_REASON ? null : code;
}

function invalidityDateAt(cursor: Cursor): number {
  if (cursor.tag !== tags.generalizedTime) throw new DerError('not an invalidity date');
  return timeAt(cursor);
}
