import { useEffect, useEffectEvent, useState } from 'react';
import { faultOf, limits, type Fault } from '@/lib/base';
import type { ClockStanding } from '@/lib/desk';
import { usePageServices } from '../page/page-services';

interface Compared {
  /** What the document was built with when this was asked: one that was built later knows more. */
  readonly built: ClockStanding;
  readonly standing: ClockStanding;
}

/**
 * The clock's standing as it was when the document was built, and as later comparisons of this window say. The comparison
 * is kept fresh while the window is open, and nothing waits for it; `onChanged` where it now judges otherwise, so that
 * findings follow.
 */
export function useClock(built: ClockStanding, onChanged: () => void) {
  const { desk, clock } = usePageServices();
  const [later, setLater] = useState<Compared | null>(null);
  // Of the moment in which the document was built: somebody may have set the clock in between.
  const [read, setRead] = useState(() => ({ built, now: clock.now() }));
  if (read.built !== built) setRead({ built, now: clock.now() });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const compare = async (options?: { readonly olderThanMs: number }) => {
    try {
      const { standing } = await desk.compareClock(options);
      setLater({ built, standing });
      setFault(null);
      if (standing.state !== built.state) onChanged();
    } catch (error) {
      setFault(faultOf(error));
    }
    setRead((last) => ({ ...last, now: clock.now() }));
  };
  const again = () => {
    setBusy(true);
    void compare().finally(() => setBusy(false));
  };

  // A turn ahead of the approval, which would have to wait for the answers.
  const keep = useEffectEvent(() => void compare({ olderThanMs: limits.clockFreshMs - limits.clockTickMs }));
  useEffect(() => {
    keep();
    const timer = setInterval(() => keep(), limits.clockTickMs);
    return () => clearInterval(timer);
  }, []);

  return { standing: later?.built === built ? later.standing : built, now: read.now, busy, fault, again };
}
