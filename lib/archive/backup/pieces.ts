import { CountersignError, limits } from '@/lib/base';
import type { BytesReader } from './bytes-reader';

const FRAME_BYTES = 8;
const TAG_BYTES = 16;
const LAST = 0x8000_0000;

function frame(place: number, length: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FRAME_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, place);
  view.setUint32(4, isLast ? length + LAST : length);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sealing(header: Uint8Array, place: number, framed: Uint8Array) {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, place);
  return { name: 'AES-GCM', iv, additionalData: joined(header, framed) };
}

/** Seals a stream in pieces of equal size; the last one, which may be empty, says that it is the last. */
export async function* sealPieces(
  plain: BytesReader,
  key: CryptoKey,
  header: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let next = await plain.take(limits.backupChunkBytes);
  for (let place = 0, isLast = false; !isLast; place++) {
    const piece = next;
    next = await plain.take(limits.backupChunkBytes);
    isLast = next.length === 0;
    const framed = frame(place, piece.length + TAG_BYTES, isLast);
    const sealed = await crypto.subtle.encrypt(sealing(header, place, framed), key, piece);
    yield joined(framed, new Uint8Array(sealed));
  }
}

/** Throws `backup/truncated`, `backup/reordered`, `backup/altered`, with the piece from 1. */
export async function* openPieces(
  sealed: BytesReader,
  key: CryptoKey,
  header: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let place = 0, isLast = false; !isLast; place++) {
    const framed = await sealed.take(FRAME_BYTES);
    if (framed.length < FRAME_BYTES) throw new CountersignError('backup/truncated', { pieces: place });
    const view = new DataView(framed.buffer);
    if (view.getUint32(0) !== place) throw new CountersignError('backup/reordered', { piece: place + 1 });
    isLast = view.getUint32(4) >= LAST;
    const length = isLast ? view.getUint32(4) - LAST : view.getUint32(4);
    if (length < TAG_BYTES || length > limits.backupChunkBytes + TAG_BYTES)
      throw new CountersignError('backup/altered', { piece: place + 1 });
    const bytes = await sealed.take(length);
    if (bytes.length < length) throw new CountersignError('backup/truncated', { pieces: place });
    yield await opened(sealing(header, place, framed), key, bytes, place);
  }
  if ((await sealed.take(1)).length > 0) throw new CountersignError('backup/altered', { piece: 0 });
}

async function opened(
  by: ReturnType<typeof sealing>,
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  place: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(by, key, bytes));
  } catch (error) {
    throw new CountersignError('backup/altered', { piece: place + 1 }, { cause: error });
  }
}
