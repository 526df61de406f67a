import type { CountsUndone } from './counts';
import type { Written } from './write-counts';
import { writeField } from './write-field';

/** Puts back what the fields showed before; what somebody changed since stays theirs. */
export function undoCounts(written: readonly Written[]): CountsUndone {
  let restored = 0;
  for (const { field, earlier, value } of written) {
    if (!field.isConnected || field.value !== value || !writeField(field, earlier)) continue;
    restored += 1;
  }
  return { restored, left: written.length - restored };
}
