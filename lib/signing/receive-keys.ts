import { faultOf, limits } from '@/lib/base';
import type { HeldKey } from './held-key';
import { KEY_CHANNEL, type KeyNews, type KeyTalk, type Secret } from './key-channel';
import type { KeySession } from './key-session';
import { softwareKey } from './software-key';

/** Logs in to the token of a certificate that is known here. `pin`, `signal` and errors as with `openToken`. */
export type TokenOpener = (
  certificate: string,
  pin: Uint8Array | null,
  signal: AbortSignal,
) => Promise<HeldKey>;

/** Background: takes what a sign window offers into the session, and tells windows when it is locked. Returns what ends it. */
export function receiveKeys(session: KeySession, openToken: TokenOpener): () => void {
  const channel = new BroadcastChannel(KEY_CHANNEL);
  const expected = new Set<string>();
  const post = (talk: KeyTalk | KeyNews) => channel.postMessage(talk);
  session.whenLocked(() => post({ kind: 'locked' }));

  async function take(nonce: string, certificate: string, secret: Secret): Promise<void> {
    const working = setInterval(() => post({ kind: 'working', nonce }), limits.keyOfferEveryMs);
    try {
      if (secret.kind === 'key') session.hold(certificate, softwareKey(secret.key));
      else await session.open(certificate, (signal) => openToken(certificate, secret.pin, signal));
      post({ kind: 'held', nonce });
    } catch (error) {
      post({ kind: 'refused', nonce, fault: faultOf(error) });
    } finally {
      clearInterval(working);
      if (secret.kind === 'pin') secret.pin?.fill(0);
    }
  }

  channel.onmessage = ({ data }: MessageEvent<KeyTalk>) => {
    if (data.kind === 'knock') {
      expected.add(data.nonce);
      post({ kind: 'listening', nonce: data.nonce });
    }
    // Each nonce serves once; a key that could be read out was not made by the vault.
    if (data.kind !== 'offer' || !expected.delete(data.nonce) || isExtractable(data.secret)) return;
    void take(data.nonce, data.certificate, data.secret);
  };
  return () => {
    session.whenLocked(() => undefined);
    channel.close();
  };
}

function isExtractable(secret: Secret): boolean {
  return secret.kind === 'key' && (!(secret.key instanceof CryptoKey) || secret.key.extractable);
}
