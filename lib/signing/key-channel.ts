import { CountersignError, limits } from '@/lib/base';
import type { KeySession } from './key-session';

/**
 * A CryptoKey passes between an extension's own contexts only by structured clone: runtime messages turn it into `{}`.
 * A BroadcastChannel reaches documents and workers of the extension's own origin, and no other.
 */
const CHANNEL = 'countersign-key';

interface Offer {
  readonly kind: 'offer';
  readonly nonce: string;
  readonly certificate: string;
  readonly key: CryptoKey;
}
interface Held {
  readonly kind: 'held';
  readonly nonce: string;
}

/** Background: takes keys that a sign window unlocked into the session. Returns what ends it. */
export function receiveKeys(session: KeySession): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Offer | Held>) => {
    if (data.kind !== 'offer' || !(data.key instanceof CryptoKey) || data.key.extractable) return;
    session.hold(data.certificate, data.key);
    channel.postMessage({ kind: 'held', nonce: data.nonce } satisfies Held);
  };
  return () => channel.close();
}

/**
 * Sign window: hands the unlocked key to the background and waits until it is held. The background must be awake
 * (a channel wakes no worker): the caller sends it a message first. Throws `vault/locked` when nobody takes the key.
 */
export async function offerKey(certificate: string, key: CryptoKey): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  const nonce = crypto.randomUUID();
  try {
    await new Promise<void>((resolve, reject) => {
      const offer = () => channel.postMessage({ kind: 'offer', nonce, certificate, key } satisfies Offer);
      const again = setInterval(offer, limits.keyOfferEveryMs);
      const giveUp = setTimeout(() => {
        clearInterval(again);
        reject(new CountersignError('vault/locked'));
      }, limits.keyOfferMs);
      channel.onmessage = ({ data }: MessageEvent<Offer | Held>) => {
        if (data.kind !== 'held' || data.nonce !== nonce) return;
        clearInterval(again);
        clearTimeout(giveUp);
        resolve();
      };
      offer();
    });
  } finally {
    channel.close();
  }
}
