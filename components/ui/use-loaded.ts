import { useCallback, useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';

export type Loaded<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly fault: Fault };

/**
 * Runs `load` now, whenever it changes, on `reload`, and when the window is looked at again (another window may have
 * written). A later run wins over an earlier one; while reloading, what was there stays. Give it a `useCallback`.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> & { readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ phase: 'loading' });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setLoaded({ phase: 'ready', value }),
      (error: unknown) => current && setLoaded({ phase: 'failed', fault: faultOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [load, turn]);

  useEffect(() => {
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);

  return { ...loaded, reload };
}
