import { useCallback, useEffect, useState } from 'react';
import { usePageServices } from '../page/page-services';
import { useLoaded } from '../ui/use-loaded';

/** The key of one certificate in the background's hands, for this window. */
export type Held =
  | { readonly phase: 'asking' }
  | { readonly phase: 'open'; readonly until: number }
  /** `again`: it was open while this order was looked at. */
  | { readonly phase: 'closed'; readonly again: boolean };

/**
 * Whether this window still holds the key that it opened: then the next order of the batch needs no password. Asked anew
 * after each act, when its time is over and when the background says that it was locked; where it can't be told, the
 * password is asked for.
 */
export function useHeld(certificate: string | undefined) {
  const { send, clock, onLocked } = usePageServices();
  const { reload, ...asked } = useLoaded(
    useCallback(async () => (await send('sign.held', {})) ?? null, [send]),
  );
  const key = asked.phase === 'ready' ? asked.value : null;
  const until = key !== null && key.certificate === certificate ? key.until : null;
  const [wasOpen, setWasOpen] = useState<string | null>(null);
  if (until !== null && certificate !== undefined && wasOpen !== certificate) setWasOpen(certificate);

  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(reload, Math.max(until - clock.now(), 0) + 1);
    return () => clearTimeout(timer);
  }, [until, clock, reload]);

  useEffect(() => onLocked(reload), [onLocked, reload]);

  const lock = useCallback(async () => {
    await send('sign.lock', {});
    reload();
  }, [send, reload]);

  const held: Held =
    asked.phase === 'loading'
      ? { phase: 'asking' }
      : until !== null
        ? { phase: 'open', until }
        : { phase: 'closed', again: certificate !== undefined && wasOpen === certificate };
  return { held, lock, reload };
}
