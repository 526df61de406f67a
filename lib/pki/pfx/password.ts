import { utf8, equalBytes } from '@/lib/base';
import type { Bytes } from '../der/reader';

import { fixedOctets } from './fixed-octets';

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
  const likely = spellings.map((text) => ({
    bmp: bmpOf(text.length, (i) => text.charCodeAt(i)),
    utf8: utf8(text),
  }));
  const absent = password === '' ? [{ bmp: new Uint8Array(0), utf8: new Uint8Array(0) }] : [];
  const old = spellings.map((text) => {
    const octets = utf8(text);
    return { bmp: bmpOf(octets.length, (i) => octets[i] as number), utf8: octets };
  });
  const forms: PasswordForm[] = [];
  for (const form of [...likely, ...absent, ...old]) {
    if (forms.some(({ bmp }) => equalBytes(bmp, form.bmp)))
      [form.bmp, form.utf8].forEach((octets) => octets.fill(0));
    else forms.push(form);
  }
  return forms;
}

/** Written straight into octets: text can't be overwritten. */
function bmpOf(length: number, unitAt: (i: number) => number): Bytes {
  const octets = fixedOctets(length * 2 + 2);
  for (let i = 0; i < length; i++) {
    octets[i * 2] = unitAt(i) >> 8;
    octets[i * 2 + 1] = unitAt(i) & 0xff;
  }
  return octets;
}
