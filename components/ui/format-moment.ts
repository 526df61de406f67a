/** `Tue 24 Nov 2026, 2:05 PM` in the registrant's zone. */
export function formatMoment(instantMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(instantMs);
}
