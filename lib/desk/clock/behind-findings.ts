import { finding, type Finding } from '@/lib/base';
import type { Situation } from '../context';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import type { ClockStanding } from './views';

/** A portal's order may bear a day ahead, and stand before those that were signed here. */
const NEWEST = 5;

/**
 * An order that was signed here and is dated after today: this clock was set back, or was ahead then. Said where no source that
 * can be believed tells which (21 CFR 1311.55(b)(7)); one that finds the clock off blocks by itself.
 */
export async function behindFindings(
  ports: Pick<DeskPorts, 'archive' | 'clock'>,
  here: Situation,
  { state }: ClockStanding,
): Promise<readonly Finding[]> {
  if (state === 'checked' || state === 'off' || state === 'ntp-off') return [];
  for (const { kind, orderedOn, draft } of await ports.archive.orders({ limit: NEWEST })) {
    const today = todayAt(ports, here, draft.purchaser.deaNumber);
    if (kind === 'signed' && orderedOn > today)
      return [
        finding('warns', 'signing/clock-behind', {
          params: { date: orderedOn, today },
          rule: '21 CFR 1311.55(b)(7)',
        }),
      ];
  }
  return [];
}
