import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readBoolean, readOid, tags } from '../der/values';
import { oids } from '../oids';

/** A lone reason code, as nearly every entry has it: recognised without reading it element by element. */
const PLAIN_REASON = [0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01];

/** Whether an entry carries a critical extension that isn't understood; certificateIssuer is none of ours (indirect lists). */
export function hasUnknownCritical(extensions: Tlv): boolean {
  const { buffer, start, next } = extensions;
  if (next - start === PLAIN_REASON.length + 1 && PLAIN_REASON.every((byte, i) => buffer[start + i] === byte))
    return false;
  let unknown = false;
  for (const { oid, critical } of readEntryExtensions(extensions))
    unknown ||= critical && oid !== oids.reasonCode;
  return unknown;
}

/** CRLReason among an entry's extensions, or null. */
export function entryReason(extensions: Tlv): number | null {
  let reason: number | null = null;
  for (const { oid, value } of readEntryExtensions(extensions))
    if (oid === oids.reasonCode) reason = value.at(-1) ?? null;
  return reason;
}

function* readEntryExtensions(extensions: Tlv): Generator<{ oid: string; critical: boolean; value: Bytes }> {
  for (const extension of extensions.reader().rest()) {
    if (extension.tag !== tags.sequence) throw new DerError('entry extension of another type');
    const reader = extension.reader();
    const oid = readOid(reader.next(tags.oid));
    const flag = reader.optional(tags.boolean);
    const value = reader.next(tags.octetString).content;
    reader.finish();
    yield { oid, critical: flag !== null && readBoolean(flag), value };
  }
}
