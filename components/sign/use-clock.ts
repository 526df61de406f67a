import { useCallback, useEffect, useState } from 'react';
import { limits } from '@/lib/base';
import type { ClockStanding } from '@/lib/desk';
import { useServices } from '../page/services';
import { useAct } from '../ui/use-act';

/**
 * The clock's standing as it was when the document was built, and as later comparisons of this window say. The comparison
 * is kept fresh while the window is open, and nothing waits for it; `onChanged` where it now judges otherwise, so that
 * findings follow.
 */
export function useClock(built: ClockStanding, onChanged: () => void) {
  const { desk, clock } = useServices();
  const [later, setLater] = useState<{
    readonly after: ClockStanding;
    readonly standing: ClockStanding;
  } | null>(null);
  const [now, setNow] = useState(() => clock.now());
  const { busy, fault, act } = useAct();

  const compare = useCallback(
    async (olderThanMs?: number) => {
      const { standing } = await desk.compareClock(olderThanMs === undefined ? {} : { olderThanMs });
      setLater({ after: built, standing });
      setNow(clock.now());
      if (standing.state !== built.state) onChanged();
    },
    [desk, clock, built, onChanged],
  );
  const again = () => void act(() => compare());

  useEffect(() => {
    const keep = () => void act(() => compare(limits.clockFreshMs));
    keep();
    const timer = setInterval(keep, limits.clockTickMs);
    return () => clearInterval(timer);
  }, [act, compare]);

  return { standing: later?.after === built ? later.standing : built, now, busy, fault, again };
}
