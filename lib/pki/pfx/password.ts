import { utf8 } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { concat, hex } from '../der/values';

/** One way in which programs turn the password into octets; overwritten after use. */
export interface PasswordForm {
  /** For PKCS #12's own derivation: UTF-16 big-endian with two zero octets (RFC 7292 B.1). */
  readonly bmp: Bytes;
  /** For PBES2 and PBMAC1. */
  readonly utf8: Bytes;
}

/**
 * The forms to try, likeliest first. An empty password may stand for an absent one; a password beyond ASCII may have been
 * composed or decomposed, and old programs took its UTF-8 octets for characters.
 */
export function passwordForms(password: string): readonly PasswordForm[] {
  const spellings = [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])];
  const forms = spellings.map((text) => ({ bmp: bmpOf(text), utf8: utf8(text) }));
  const old = spellings.map((text) => ({ bmp: bmpOf(String.fromCharCode(...utf8(text))), utf8: utf8(text) }));
  const absent = password === '' ? [{ bmp: new Uint8Array(0), utf8: new Uint8Array(0) }] : [];
  const seen = new Set<string>();
  return [...forms, ...absent, ...old].filter((form) => {
    const key = hex(form.bmp);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function bmpOf(text: string): Bytes {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return concat(Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff])), Uint8Array.of(0, 0));
}
