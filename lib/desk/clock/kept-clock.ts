import type { Clock } from '@/lib/base';
import * as v from 'valibot';
import type { DeskPorts } from '../ports';
import type { AllowedClocks } from './allowed-clocks';
import { TIME_SERVERS } from './ask-time-servers';
import type { ClockReading } from './clock-reading';
import { validReadings } from './valid-readings';

/** What is kept of comparisons over restarts, and over all windows and the background. */
export interface KeptClock {
  readonly readings: readonly ClockReading[];
  /** When all who were asked last stayed silent; milliseconds since 1970. Null: somebody answered. */
  readonly silentAt: number | null;
}

const keptSchema = v.object({
  readings: v.array(v.unknown()),
  silentAt: v.nullable(v.pipe(v.number(), v.finite())),
});

/**
 * What was kept and still counts: comparisons as `validReadings`, and only with those who may still be asked, since a source
 * that the user no longer allows is none. What is broken counts as nothing.
 */
export async function keptClock(
  { clock, clockReadings }: { readonly clock: Clock } & Pick<DeskPorts, 'clockReadings'>,
  { origins, servers }: AllowedClocks,
): Promise<KeptClock> {
  const stored = v.safeParse(keptSchema, await clockReadings.read());
  if (!stored.success) return { readings: [], silentAt: null };
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  const isAllowed = ({ by, source }: ClockReading) =>
    by === 'https' ? hosts.has(source) : servers && TIME_SERVERS.includes(source);
  const { readings, silentAt } = stored.output;
  return { readings: validReadings(readings, clock).filter(isAllowed), silentAt };
}
