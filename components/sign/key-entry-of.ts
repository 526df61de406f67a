import type { Fault } from '@/lib/base';
import type { CertificateChoice } from '@/lib/desk';
import { tokenStepOf } from '../page/token-step';
import type { Held } from './use-held';
import type { TokenStanding } from './use-token';

/** A warning before the PIN is entered, of how many wrong ones the token still takes. */
export type TriesLeft = 'few' | 'last' | null;

/** What the signer is asked for before the key may be used. */
export type KeyEntry =
  | { readonly kind: 'asking' }
  | { readonly kind: 'held'; readonly until: number }
  | { readonly kind: 'password'; readonly again: boolean }
  | { readonly kind: 'looking' }
  | { readonly kind: 'stopped'; readonly fault: Fault }
  | { readonly kind: 'pin' | 'pin-pad' | 'no-pin'; readonly tries: TriesLeft; readonly again: boolean };

/**
 * Decides it from the certificate, from what the background holds, from what the token says of itself and from what the
 * last try said: a newer word counts more.
 */
export function keyEntryOf({
  certificate,
  held,
  standing,
  fault,
}: {
  readonly certificate: CertificateChoice;
  readonly held: Held;
  readonly standing: TokenStanding;
  readonly fault: Fault | null;
}): KeyEntry {
  if (held.phase === 'asking') return { kind: 'asking' };
  if (held.phase === 'open') return { kind: 'held', until: held.until };
  if (certificate.token === null) return { kind: 'password', again: held.again };

  const step = fault ? tokenStepOf(fault.code) : null;
  if (fault && step !== null && step !== 'pin') return { kind: 'stopped', fault };
  if (standing.phase === 'looking') return { kind: 'looking' };
  if (standing.phase === 'stopped') return { kind: 'stopped', fault: standing.fault };

  const { flags } = standing.token;
  if (!flags.initialized) return stopped('token/not-initialized');
  if (!flags.loginRequired) return { kind: 'no-pin', tries: null, again: held.again };
  if (flags.pinLocked) return stopped('token/pin-locked');
  if (flags.pinMustChange) return stopped('token/pin-must-change');
  const tries =
    fault?.code === 'token/wrong-pin-last-try' || flags.pinLastTry
      ? 'last'
      : // A fault that says it needn't be said twice.
        flags.pinFewLeft && fault?.code !== 'token/wrong-pin-few-left'
        ? 'few'
        : null;
  return { kind: flags.pinPad ? 'pin-pad' : 'pin', tries, again: held.again };
}

const stopped = (code: Fault['code']): KeyEntry => ({ kind: 'stopped', fault: { code, params: {} } });
