import { useCallback, useRef, useState } from 'react';
import { CountersignError } from '@/lib/base';
import type { UnlockKey } from '@/lib/signing';
import { useServices } from '../page/services';

/**
 * Opens the key for this window. Waiting for a keypad can be given up: the background ends the token's session then, and
 * whatever comes later opens nothing here.
 */
export function useUnlock() {
  const { unlock, send } = useServices();
  const giveUp = useRef<((why: CountersignError) => void) | null>(null);
  const [opening, setOpening] = useState(false);

  const open = useCallback(
    async (key: UnlockKey): Promise<void> => {
      setOpening(true);
      const givenUp = new Promise<never>((_, reject) => {
        giveUp.current = reject;
      });
      try {
        await Promise.race([unlock(key), givenUp]);
      } finally {
        giveUp.current = null;
        setOpening(false);
      }
    },
    [unlock],
  );

  const cancel = useCallback(() => {
    if (!giveUp.current) return;
    giveUp.current(new CountersignError('token/pin-cancelled'));
    void send('sign.lock', {});
  }, [send]);

  return { opening, open, cancel };
}
