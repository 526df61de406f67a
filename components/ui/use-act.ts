import { useCallback, useRef, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';

/**
 * One act at a time: `busy` while it runs, `fault` when it failed, cleared by the next try or `forget`. `act` answers whether it was done.
 */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef(false);
  const act = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(faultOf(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setFault(null), []);
  return { busy, fault, act, forget };
}
