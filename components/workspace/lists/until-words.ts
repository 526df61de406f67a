import { say } from '@/lib/words';

const DAY_MS = 86_400_000;

/** How far a list's end is away, in whole days. Both in milliseconds since 1970. */
export function untilWords(endsAt: number, now: number): string {
  const days = Math.floor(Math.abs(endsAt - now) / DAY_MS);
  if (endsAt > now) return days === 0 ? say('lists.ends-soon') : say('lists.ends-in', { count: days });
  return days === 0 ? say('lists.ended-today') : say('lists.ended-ago', { count: days });
}
