import { limits } from '@/lib/base';
import type { KeyEntry } from './key-entry-of';

/** What opens the key; null: it is open already. */
export type Secret = { readonly password: string } | { readonly pin: Uint8Array<ArrayBuffer> | null } | null;

/** What was entered, or which sentence says why that isn't enough. */
export type Entered =
  | { readonly ok: true; readonly secret: Secret }
  | {
      readonly ok: false;
      readonly missing: 'sign.password-missing' | 'token.pin-missing' | 'token/pin-length';
    };

const missing = (key: (Entered & { ok: false })['missing']): Entered => ({ ok: false, missing: key });

/**
 * Takes the secret out of its field at the act, and empties the field at once: a PIN becomes octets, which can be
 * overwritten, and no state or attribute ever has either. `input` null: there is no field.
 */
export function readSecret(entry: KeyEntry, input: HTMLInputElement | null): Entered {
  if (entry.kind === 'held') return { ok: true, secret: null };
  if (entry.kind === 'pin-pad' || entry.kind === 'no-pin') return { ok: true, secret: { pin: null } };
  const isPin = entry.kind === 'pin';
  if (!input || input.value === '') return missing(isPin ? 'token.pin-missing' : 'sign.password-missing');
  const typed = input.value;
  input.value = '';
  if (!isPin) return { ok: true, secret: { password: typed } };
  const pin = new TextEncoder().encode(typed);
  if (pin.length <= limits.tokenPinMaxBytes) return { ok: true, secret: { pin } };
  pin.fill(0);
  return missing('token/pin-length');
}
