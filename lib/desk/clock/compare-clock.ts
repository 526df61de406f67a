import { limits } from '@/lib/base';
import type { DeskPorts } from '../ports';
import { allowedClocks } from './allowed-clocks';
import { askTimeServers } from './ask-time-servers';
import { askWebClock } from './ask-web-clock';
import { judgeClock } from './judge-clock';
import { keepReadings } from './keep-readings';
import { keptClock } from './kept-clock';
import type { ClockStanding } from './views';

type Ports = Pick<DeskPorts, 'archive' | 'clock' | 'clockReadings' | 'listHosts' | 'nativeHost'>;

/** What the comparisons that are kept say now; nothing is asked for it. */
export async function clockStanding(ports: Ports): Promise<ClockStanding> {
  const { readings } = await keptClock(ports, await allowedClocks(ports));
  return judgeClock(readings);
}

/**
 * Compares this clock with every source that the user allowed and keeps what they said. Takes no longer than
 * `limits.clockAnswerMs`; who doesn't answer keeps what it said before. With `olderThanMs`, nobody is asked while a
 * comparison, or the silence of all, is younger: a signature doesn't wait for the same silence again. One at a time over all
 * windows: who waited finds what the one before it brought.
 */
export async function compareClock(ports: Ports, { olderThanMs }: CompareOptions = {}): Promise<void> {
  const { clock, clockReadings, listHosts } = ports;
  const wanted = clock.now();
  const isDue = (at: number) => at <= wanted && (olderThanMs === undefined || clock.now() - at > olderThanMs);
  const isFresh = async () => {
    const { readings, silentAt } = await keptClock(ports, await allowedClocks(ports));
    const wasSilent = olderThanMs !== undefined && silentAt !== null && silentAt <= clock.now();
    return (wasSilent && !isDue(silentAt)) || !readings.every(({ at }) => isDue(at));
  };
  if (await isFresh()) return;
  await listHosts.inTurn('clock', async () => {
    if (await isFresh()) return;
    const allowed = await allowedClocks(ports);
    const [servers, ...web] = await Promise.all([
      askTimeServers(ports),
      ...allowed.origins.map((origin) => askWebClock(ports, origin)),
    ]);
    const taken = [...web.filter((reading) => reading !== null), ...servers];
    const { readings } = await keptClock(ports, allowed);
    if (taken.length > 0)
      await clockReadings.write({ readings: keepReadings(readings, taken), silentAt: null });
    else if (allowed.origins.length > 0 || allowed.servers)
      await clockReadings.write({ readings, silentAt: clock.now() });
  });
}

export interface CompareOptions {
  readonly olderThanMs?: number;
}

/** Before a signature, and while the sign window is open. */
export function freshenClock(ports: Ports): Promise<void> {
  return compareClock(ports, { olderThanMs: limits.clockFreshMs });
}
