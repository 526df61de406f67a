import { useCallback, useRef, useState } from 'react';
import { CountersignError } from '@/lib/base';
import type { UnlockKey } from '@/lib/signing';
import { usePageServices } from '../page/page-services';

/** What a token's own keypad may be waiting for: the login, or one signature after it (CKA_ALWAYS_AUTHENTICATE). */
export type KeypadWait = 'login' | 'signature';

/**
 * Opens the key for this window, and stays beside while it signs. Waiting for a keypad can be given up: the background ends
 * the token's session then. A login that was given up hands nothing over any more, and whatever comes of it later is locked;
 * a signature that was made before is not given up any more.
 */
export function useUnlock() {
  const { unlock, send } = usePageServices();
  const given = useRef<AbortController | null>(null);
  const [waiting, setWaiting] = useState<KeypadWait | null>(null);

  const during = useCallback(
    async <T>(wait: KeypadWait, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const mine = new AbortController();
      given.current = mine;
      setWaiting(wait);
      try {
        return await work(mine.signal);
      } finally {
        given.current = null;
        setWaiting(null);
      }
    },
    [],
  );

  const open = useCallback(
    (key: UnlockKey): Promise<void> =>
      during('login', async (signal) => {
        const opened = unlock(key, signal);
        const givenUp = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new CountersignError('token/pin-cancelled'));
            // The secret may have been under way: what it opens now, nobody wants.
            void opened.then(
              () => send('sign.lock', {}),
              () => undefined,
            );
          });
        });
        await Promise.race([opened, givenUp]);
      }),
    [during, unlock, send],
  );

  /** Something that signs with the open key; given up, the key is locked under it. */
  const use = useCallback(
    <T>(work: () => Promise<T>): Promise<T> =>
      during('signature', async (signal) => {
        try {
          return await work();
        } catch (error) {
          const isGivenUp =
            signal.aborted && error instanceof CountersignError && error.code === 'vault/locked';
          throw isGivenUp ? new CountersignError('token/pin-cancelled', {}, { cause: error }) : error;
        }
      }),
    [during],
  );

  const cancel = useCallback(() => {
    if (!given.current || given.current.signal.aborted) return;
    given.current.abort(new CountersignError('vault/locked'));
    void send('sign.lock', {});
  }, [send]);

  return { waiting, open, use, cancel };
}
