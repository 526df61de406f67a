import { useCallback, useEffect, useRef, useState } from 'react';
import { limits } from '@/lib/base';

const looksOn = () => document.visibilityState === 'visible' && document.hasFocus();

/**
 * Whether a click may count: the window was focused and visible for `limits.signArmDelayMs`, begun anew by blur, resize and
 * a change of what is shown (attacks.md 82). `isArmed` is the truth at the moment of the click; `armed` is for looks.
 */
export function useArmed(shown: string | null): { readonly armed: boolean; readonly isArmed: () => boolean } {
  const [armed, setArmed] = useState(false);
  const truth = useRef(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (value: boolean) => {
      truth.current = value;
      setArmed(value);
    };
    const restart = () => {
      clearTimeout(timer);
      set(false);
      if (looksOn()) timer = setTimeout(() => set(looksOn()), limits.signArmDelayMs);
    };
    restart();
    const until = new AbortController();
    for (const name of ['focus', 'blur', 'resize'] as const) {
      window.addEventListener(name, restart, { signal: until.signal });
    }
    document.addEventListener('visibilitychange', restart, { signal: until.signal });
    return () => {
      until.abort();
      clearTimeout(timer);
    };
  }, [shown]);

  const isArmed = useCallback(() => truth.current && looksOn(), []);
  return { armed, isArmed };
}
