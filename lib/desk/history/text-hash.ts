import { sha256Hex, utf8 } from '@/lib/base';

/** Tells a file's text from others, however its lines end: a program that opened and saved it changes no more than that. */
export function textHash(text: string): string {
  return sha256Hex(
    utf8(
      text
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .trimEnd(),
    ),
  );
}
