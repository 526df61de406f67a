import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limits, parseDeaNumber, parseOrderNumber } from '@/lib/base';
import { say } from '@/lib/words/verifier';
import type { SeenOrder } from '../types';
import { VerifierError } from '../verifier-error';

const ORDER_FILE = /\.(p7m|p7s|p7|cms|csos)$/i;
const STANDARD_INPUT = '-';

/** The files that are meant: folders stand for the orders in them. Throws `VerifierError` for an empty folder. */
export function findOrders(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (name === STANDARD_INPUT || !isFolder(name)) return [name];
    const found = readdirSync(name)
      .filter((file) => ORDER_FILE.test(file))
      .sort();
    if (found.length === 0) throw new VerifierError(say('verify.error.folder-empty', { file: name }));
    return found.map((file) => join(name, file));
  });
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Bytes of a file, or of standard input for `-`. Throws `VerifierError` where it can't be read or is too large. */
export function readBytes(file: string, max: number): Uint8Array {
  let bytes: Uint8Array;
  try {
    const size = file === STANDARD_INPUT ? 0 : statSync(file).size;
    if (size > max) throw new VerifierError(say('verify.error.too-large', { file, bytes: size, max }));
    bytes = new Uint8Array(readFileSync(file === STANDARD_INPUT ? 0 : file));
  } catch (error) {
    if (error instanceof VerifierError) throw error;
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new VerifierError(say('verify.error.read', { file, detail }), { cause: error });
  }
  if (bytes.length > max)
    throw new VerifierError(say('verify.error.too-large', { file, bytes: bytes.length, max }));
  return bytes;
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
