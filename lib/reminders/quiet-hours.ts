import { Temporal } from 'temporal-polyfill';

/** Between the two only what is loud notifies; null on either side: there are none. `HH:MM`, in the registrant's zone. */
export interface QuietHours {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

/** Whether an instant (ms) lies in the quiet hours, which may go over midnight; their last minute is before `quietUntil`. */
export function isQuiet({ quietFrom, quietUntil }: QuietHours, now: number, zone: string): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  const time = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainTime();
  const text = time.toString({ smallestUnit: 'minute' });
  return quietFrom < quietUntil
    ? text >= quietFrom && text < quietUntil
    : text >= quietFrom || text < quietUntil;
}
