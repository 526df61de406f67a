/** An instant as a `datetime-local` field shows it: this computer's own wall clock, to the minute. */
export function toLocalMoment(instantMs: number): string {
  const ahead = new Date(instantMs).getTimezoneOffset() * 60_000;
  return new Date(instantMs - ahead).toISOString().slice(0, 16);
}

/** The instant (ms) of what such a field holds; null for none. */
export function fromLocalMoment(text: string): number | null {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
