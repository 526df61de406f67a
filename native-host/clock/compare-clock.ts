import { limits, type Clock } from '@/lib/base';
import type { CommandParams, CommandValue } from '@/lib/host';
import { askServer } from './ask-server';
import { serverName } from './server-name';

/** The rest of the leg is for the answer's own way. */
const REST_MS = 1_000;

/**
 * Asks all servers at once, each once. One that doesn't answer properly in time has null readings; a name that isn't one
 * throws `input/malformed`, and then none is asked.
 */
export async function compareClock(
  { servers }: CommandParams<'clock'>,
  clock: Clock,
  patienceMs = limits.hostClockMs - REST_MS,
): Promise<CommandValue<'clock'>> {
  const names = servers.map(serverName);
  const over = AbortSignal.timeout(patienceMs);
  const readings = await Promise.all(
    names.map(async (name, i) => {
      const comparison = await askServer(name, clock, over);
      return {
        server: servers[i] as string,
        offsetMs: comparison?.offsetMs ?? null,
        roundTripMs: comparison?.roundTripMs ?? null,
      };
    }),
  );
  return { readings };
}
