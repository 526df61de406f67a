import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openPfx } from '@/lib/pki';

/** Something that must be found nowhere, in every form in which it could lie somewhere. */
export interface Secret {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

/** Long enough not to occur by chance, short enough to find what was overwritten in part. */
const WINDOW = 16;

/** A password or PIN: UTF-8 and UTF-16, composed and decomposed, as hex and as numbers, and escaped as JSON has it. */
export function secretText(name: string, text: string): Secret {
  const forms = [text.normalize('NFC'), text.normalize('NFD')].flatMap((form) => {
    const utf8 = Buffer.from(form);
    return [...[utf8, Buffer.from(form, 'utf16le')], ...[Buffer.from(escapeJson(form)), ...writtenOut(utf8)]];
  });
  return { name, forms };
}

/** A number of a private key: windows of its octets from start, middle and end, raw and written out, in both byte orders. */
export function secretBytes(name: string, bytes: Uint8Array): Secret {
  const starts = [0, Math.floor((bytes.length - WINDOW) / 2), bytes.length - WINDOW];
  const forms = [bytes, Uint8Array.from(bytes).reverse()].flatMap((order) =>
    starts.flatMap((start) => {
      const part = Buffer.from(order.subarray(start, start + WINDOW));
      return [part, ...writtenOut(part)];
    }),
  );
  return { name, forms };
}

/** d, p and q of the RSA key in a PFX file. */
export async function secretsOfKey(pfx: string, password: string): Promise<Secret[]> {
  const { pkcs8 } = await openPfx(new Uint8Array(readFileSync(pfx)), password);
  const jwk = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  return (['d', 'p', 'q'] as const).map((part) =>
    secretBytes(`the key’s ${part}`, Buffer.from(jwk[part] ?? '', 'base64url')),
  );
}

/** Names of the secrets that lie in these octets. */
export function findSecrets(haystack: Buffer, secrets: readonly Secret[]): string[] {
  return secrets.filter(({ forms }) => forms.some((form) => haystack.includes(form))).map(({ name }) => name);
}

function writtenOut(bytes: Buffer): Buffer[] {
  const hex = bytes.toString('hex');
  // Inside a longer text, base64 of the same octets reads in three ways, by where they begin; its edges mix with others.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const numbers = [...bytes];
  return [hex, hex.toUpperCase(), ...base64, ...url, numbers.join(','), numbers.join(', ')].map((text) =>
    Buffer.from(text),
  );
}

function escapeJson(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
