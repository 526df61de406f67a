import { limits } from '@/lib/base';

const LINE_FEED = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** Lines out of the pieces of a file. What isn't UTF-8 is windows-1252, which the FDA has used; decided line by line. */
export interface LineReader {
  /** Complete lines, without their ends; null stands for a line that was too long to be one. */
  push(bytes: Uint8Array): (string | null)[];
  end(): (string | null)[];
}

export function lineReader(): LineReader {
  let rest: Uint8Array = new Uint8Array(0);
  let skipping = false;

  return {
    push(bytes) {
      const lines: (string | null)[] = [];
      const whole = joined(rest, bytes);
      let from = 0;
      for (;;) {
        const end = whole.indexOf(LINE_FEED, from);
        if (end < 0) break;
        if (!skipping) lines.push(decoded(whole.subarray(from, end)));
        skipping = false;
        from = end + 1;
      }
      rest = whole.slice(from);
      if (rest.length > limits.catalogueLineMaxBytes) {
        if (!skipping) lines.push(null);
        skipping = true;
        rest = new Uint8Array(0);
      }
      return lines;
    },
    end() {
      const last = rest;
      rest = new Uint8Array(0);
      return skipping || last.length === 0 ? [] : [decoded(last)];
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function decoded(bytes: Uint8Array): string {
  return decode(bytes).replace(/^\uFEFF|\r$/g, '');
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return windows1252.decode(bytes);
    throw error;
  }
}
