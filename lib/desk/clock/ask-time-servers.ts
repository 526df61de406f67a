import { limits } from '@/lib/base';
import { withHost } from '@/lib/signing';
import type { DeskPorts } from '../ports';
import { atMost } from './at-most';
import type { ClockReading } from './clock-reading';

/** NIST's official time service (21 CFR 1311.55(b)(7) names NIST). Which servers are asked is decided here alone. */
export const TIME_SERVERS: readonly string[] = ['time.nist.gov'];

/** Asks time servers through the token helper, where the user allowed it and it is there; none otherwise. */
export async function askTimeServers({
  nativeHost,
  clock,
}: Pick<DeskPorts, 'nativeHost' | 'clock'>): Promise<readonly ClockReading[]> {
  const answer = await atMost(limits.clockAnswerMs, async (signal) => {
    if (!(await nativeHost.mayConnect())) return null;
    return withHost(nativeHost, (host) => host.ask('clock', { servers: [...TIME_SERVERS] }), signal);
  });
  const at = clock.now();
  return (answer?.readings ?? []).flatMap(({ server, offsetMs, roundTripMs }): ClockReading[] => {
    if (offsetMs === null || roundTripMs === null || !TIME_SERVERS.includes(server)) return [];
    const uncertaintyMs = Math.abs(roundTripMs) / 2;
    return [
      {
        source: server,
        by: 'ntp',
        offsetMs,
        uncertaintyMs,
        at,
        ...(clock.steady ? { steady: clock.steady() } : {}),
      },
    ];
  });
}
