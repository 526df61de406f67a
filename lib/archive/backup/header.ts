import { sha256 } from '@noble/hashes/sha2.js';
import { CountersignError, utf8 } from '@/lib/base';

/**
 * A backup file: this header, then pieces. Header, 64 bytes, numbers big-endian: magic (8), format (2), iterations of
 * PBKDF2-SHA-256 (4), salt (16), check of the password (16), reserved zeros (10), first 8 bytes of the SHA-256 of all before.
 * Piece: place from 0 (4), length of the sealed bytes with the highest bit set in the last piece (4), sealed bytes
 * (AES-256-GCM, 16 bytes tag; nonce: 8 zeros, then place; associated data: header and the piece's 8 bytes).
 * Inside: gzip of JSON lines, see `write-backup.ts`.
 */
export const HEADER_BYTES = 64;
export const BACKUP_FORMAT = 1;
const MAGIC = utf8('CSBACKUP');

export interface Header {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly check: Uint8Array<ArrayBuffer>;
}

function sum(bytes: Uint8Array): Uint8Array {
  return sha256(bytes.subarray(0, HEADER_BYTES - 8)).subarray(0, 8);
}

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function writeHeader({ iterations, salt, check }: Header): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(8, BACKUP_FORMAT);
  view.setUint32(10, iterations);
  bytes.set(salt, 14);
  bytes.set(check, 30);
  bytes.set(sum(bytes), HEADER_BYTES - 8);
  return bytes;
}

/** Iterations that a file may ask for: more would keep the computer busy for a minute. */
const MOST_ITERATIONS = 10_000_000;

/** Throws `backup/not-a-backup`, `backup/newer`, `backup/truncated`, `backup/altered`. */
export function readHeader(bytes: Uint8Array<ArrayBuffer>): Header {
  if (!same(bytes.subarray(0, 8), MAGIC)) throw new CountersignError('backup/not-a-backup');
  if (bytes.length < HEADER_BYTES) throw new CountersignError('backup/truncated', { pieces: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const version = view.getUint16(8);
  if (version > BACKUP_FORMAT) throw new CountersignError('backup/newer', { version, known: BACKUP_FORMAT });
  const iterations = view.getUint32(10);
  if (!same(bytes.subarray(HEADER_BYTES - 8), sum(bytes)) || iterations < 1 || iterations > MOST_ITERATIONS)
    throw new CountersignError('backup/altered', { piece: 0 });
  return { iterations, salt: bytes.slice(14, 30), check: bytes.slice(30, 46) };
}
