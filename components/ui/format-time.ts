/** `2:05 PM` in the registrant's zone. */
export function formatTime(instantMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(
    instantMs,
  );
}
