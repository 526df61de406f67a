import { limits } from '@/lib/base';

/** What arrived: a body, a message that was read past, or a length after which the stream can't be understood. */
export type Frame =
  | { readonly kind: 'message'; readonly body: Uint8Array }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly bytes: number };

const HEADER = 4;
const FIRST_ROOM = 4_096;

/**
 * Native messaging's frames: a length of four octets, little-endian, then that many octets. What a length claims is never
 * allocated: room grows with what has come. Chunks are overwritten once read, because they may hold a PIN.
 */
export class FrameParser {
  readonly #maxBytes: number;
  #header = 0;
  #headerHas = 0;
  #body = new Uint8Array(0);
  #has = 0;
  #state: 'header' | 'body' | 'skip' | 'ended' = 'header';
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Frames that this chunk completes. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    let at = 0;
    while (at < chunk.length && this.#state !== 'ended') {
      if (this.#state === 'header') {
        this.#header += (chunk[at++] as number) * 256 ** this.#headerHas++;
        if (this.#headerHas === HEADER) frames.push(...this.#begin());
        continue;
      }
      const part = chunk.subarray(at, at + this.#length - this.#has);
      at += part.length;
      if (this.#state === 'body') this.#keep(part);
      this.#has += part.length;
      if (this.#has === this.#length) frames.push(...this.#complete());
    }
    chunk.fill(0);
    return frames;
  }

  #begin(): Frame[] {
    this.#length = this.#header;
    this.#has = this.#header = this.#headerHas = 0;
    if (this.#length > limits.hostSkipMaxBytes) {
      this.#state = 'ended';
      return [{ kind: 'unreadable', bytes: this.#length }];
    }
    if (this.#length > this.#maxBytes) {
      this.#state = 'skip';
      return [{ kind: 'too-large', bytes: this.#length }];
    }
    this.#state = 'body';
    return this.#length === 0 ? this.#complete() : [];
  }

  #keep(part: Uint8Array): void {
    const needed = this.#has + part.length;
    if (needed > this.#body.length) {
      const larger = new Uint8Array(Math.min(this.#length, Math.max(needed, this.#has * 2, FIRST_ROOM)));
      larger.set(this.#body.subarray(0, this.#has));
      this.#body.fill(0);
      this.#body = larger;
    }
    this.#body.set(part, this.#has);
  }

  #complete(): Frame[] {
    const frames: Frame[] =
      this.#state === 'body' ? [{ kind: 'message', body: this.#body.subarray(0, this.#length) }] : [];
    this.#body = new Uint8Array(0);
    this.#has = this.#length = 0;
    this.#state = 'header';
    return frames;
  }
}
