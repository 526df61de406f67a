import { limits } from '@/lib/base';
import type { DeskPorts } from '../ports';
import { askTimeServers } from './ask-time-servers';
import { askWebClock } from './ask-web-clock';
import type { ClockReading } from './clock-reading';
import { judgeClock } from './judge-clock';
import { keepReadings } from './keep-readings';
import { validReadings } from './valid-readings';
import type { ClockStanding } from './views';
import { webClocks } from './web-clocks';

type Ports = Pick<DeskPorts, 'archive' | 'clock' | 'clockReadings' | 'listHosts' | 'nativeHost'>;

/** When nobody who was asked answered, ms; forgotten with the window or worker. */
const silence = new WeakMap<Ports['clockReadings'], number>();

/** What the comparisons that are kept say now; nothing is asked for it. */
export async function clockStanding({
  clock,
  clockReadings,
}: Pick<DeskPorts, 'clock' | 'clockReadings'>): Promise<ClockStanding> {
  return judgeClock(validReadings(await clockReadings.read(), clock));
}

/**
 * Compares this clock with every source that the user allowed and keeps what they said. Takes no longer than
 * `limits.clockAnswerMs`; who doesn't answer keeps what it said before. With `olderThanMs`, nobody is asked while a
 * comparison, or the silence of all, is younger. One at a time over all windows: who waited finds what the one before it
 * brought.
 */
export async function compareClock(ports: Ports, { olderThanMs }: CompareOptions = {}): Promise<void> {
  const { archive, clock, clockReadings, listHosts, nativeHost } = ports;
  const wanted = clock.now();
  const isDue = ({ at }: Pick<ClockReading, 'at'>) =>
    at <= wanted && (olderThanMs === undefined || clock.now() - at > olderThanMs);
  const kept = async () => validReadings(await clockReadings.read(), clock);
  const isFresh = async () => {
    // Nobody answered a moment ago: a signature doesn't wait for the same silence again.
    const silentAt = olderThanMs === undefined ? undefined : silence.get(clockReadings);
    if (silentAt !== undefined && silentAt <= clock.now() && !isDue({ at: silentAt })) return true;
    return !(await kept()).every(isDue);
  };
  if (await isFresh()) return;
  await listHosts.inTurn('clock', async () => {
    if (await isFresh()) return;
    const origins = await allowed(listHosts, webClocks(await archive.directory()));
    const [servers, ...web] = await Promise.all([
      askTimeServers(ports),
      ...origins.map((origin) => askWebClock(ports, origin)),
    ]);
    const taken = [...web.filter((reading) => reading !== null), ...servers];
    if (taken.length > 0) await clockReadings.write(keepReadings(await kept(), taken));
    else if (origins.length > 0 || (await nativeHost.mayConnect())) silence.set(clockReadings, clock.now());
  });
}

export interface CompareOptions {
  readonly olderThanMs?: number;
}

/** Before a signature, and while the sign window is open. */
export function freshenClock(ports: Ports): Promise<void> {
  return compareClock(ports, { olderThanMs: limits.clockFreshMs });
}

async function allowed(
  listHosts: DeskPorts['listHosts'],
  origins: readonly string[],
): Promise<readonly string[]> {
  const answers = await Promise.all(origins.map((origin) => listHosts.mayFetch(origin)));
  return origins.filter((_, i) => answers[i] === true);
}
