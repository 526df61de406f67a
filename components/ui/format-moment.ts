import { legalDay } from '@/lib/base';
import { formatDay } from './format-day';

/** `Tue 24 Nov 2026, 2:05 PM` in the registrant's zone. */
export function formatMoment(instantMs: number, zone: string): string {
  const time = new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' });
  return `${formatDay(legalDay(instantMs, zone))}, ${time.format(instantMs)}`;
}
