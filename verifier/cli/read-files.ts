import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limits, parseDeaNumber, parseOrderNumber } from '@/lib/base';
import { say } from '@/lib/words/verifier';
import type { SeenOrder } from '../types';
import { VerifierError } from '../verifier-error';

const ORDER_FILE = /\.(p7m|p7s|p7|cms|csos)$/i;
const STANDARD_INPUT = '-';

/**
 * The files that are meant: folders stand for the orders in them. Throws `VerifierError` for an empty folder, and for one that
 * can't be read.
 */
export function findOrders(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (name === STANDARD_INPUT || !isFolder(name)) return [name];
    const found = reading(name, () => readdirSync(name))
      .filter((file) => ORDER_FILE.test(file))
      .sort();
    if (found.length === 0) throw new VerifierError(say('verify.error.folder-empty', { file: name }));
    return found.map((file) => join(name, file));
  });
}

/** What can't be looked at (a loop of links, a name that is too long) is taken for a file, which then can't be read. */
function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Bytes of a file, or of standard input for `-`. Throws `VerifierError` where it can't be read or is too large. */
export function readBytes(file: string, max: number): Uint8Array {
  const tooLarge = () => new VerifierError(say('verify.error.too-large', { file, max }));
  const isInput = file === STANDARD_INPUT;
  const size = isInput ? 0 : reading(file, () => statSync(file).size);
  if (size > max) throw tooLarge();
  const bytes = reading(file, () => {
    const descriptor = isInput ? 0 : openSync(file, 'r');
    try {
      return readUpTo(descriptor, max + 1);
    } finally {
      if (!isInput) closeSync(descriptor);
    }
  });
  if (bytes.length > max) throw tooLarge();
  return bytes;
}

const PIECE = 65_536;

/** Piece by piece: a device or a pipe says no size, and may never end. */
function readUpTo(descriptor: number, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let read = 0; read < most;) {
    const piece = new Uint8Array(Math.min(PIECE, most - read));
    const length = readSync(descriptor, piece);
    if (length === 0) break;
    pieces.push(piece.subarray(0, length));
    read += length;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Runs what reads `file`, and says what the system says against it in a sentence. */
function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new VerifierError(say('verify.error.read', { file, detail: String(error.code) }), { cause: error });
  }
}

/** One order a line: its number and, where known, the purchaser's DEA number. `#` begins a remark. */
export function readSeen(file: string): SeenOrder[] {
  const text = new TextDecoder().decode(readBytes(file, limits.crlMaxBytes));
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const [number = '', dea, ...more] = raw
      .replace(/#.*$/, '')
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (number === '') return [];
    const known = parseOrderNumber(number);
    const purchaserDea = dea === undefined ? null : parseDeaNumber(dea);
    if (known === null || (dea !== undefined && purchaserDea === null) || more.length > 0)
      throw new VerifierError(say('verify.error.seen', { file, line: index + 1, value: raw.trim() }));
    return [{ number: known, purchaserDea }];
  });
}
