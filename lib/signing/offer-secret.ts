import { CountersignError, limits } from '@/lib/base';
import { KEY_CHANNEL, type KeyTalk, type Secret } from './key-channel';

/**
 * Sign window: hands what opens a key to the background and waits until it is held. The background must be awake (a channel
 * wakes no worker): the caller sends it a message first. A PIN is overwritten here once it was handed over, or not taken.
 * Throws `vault/locked` when nobody takes it, or the background died over it, and the fault that it was refused with. A
 * signal that comes before it was handed over keeps it from being so; its reason is thrown.
 */
export async function offerSecret(certificate: string, secret: Secret, signal?: AbortSignal): Promise<void> {
  const channel = new BroadcastChannel(KEY_CHANNEL);
  const nonce = crypto.randomUUID();
  const post = (talk: KeyTalk) => channel.postMessage(talk);
  const wipe = () => {
    if (secret.kind === 'pin') secret.pin?.fill(0);
  };
  let knocking: ReturnType<typeof setInterval> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const expectMore = () => {
        clearTimeout(silence);
        silence = setTimeout(() => reject(new CountersignError('vault/locked')), limits.keyOfferMs);
      };
      const offer = () => {
        if (knocking === undefined || signal?.aborted === true) return;
        clearInterval(knocking);
        knocking = undefined;
        post({ kind: 'offer', nonce, certificate, secret });
        wipe();
      };
      channel.onmessage = ({ data }: MessageEvent<KeyTalk>) => {
        if (data.nonce !== nonce) return;
        expectMore();
        try {
          if (data.kind === 'listening') offer();
        } catch (cause) {
          reject(new CountersignError('vault/locked', {}, { cause }));
        }
        if (data.kind === 'held') resolve();
        if (data.kind === 'refused') reject(new CountersignError(data.fault.code, data.fault.params));
      };
      const giveUp = () => {
        // Once it was handed over, only an answer ends the waiting: who gave up must learn what came of it.
        if (knocking !== undefined) reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      const knock = () => post({ kind: 'knock', nonce });
      knocking = setInterval(knock, limits.keyOfferEveryMs);
      if (signal?.aborted === true) {
        giveUp();
        return;
      }
      expectMore();
      knock();
    });
  } finally {
    clearInterval(knocking);
    clearTimeout(silence);
    wipe();
    channel.close();
  }
}
