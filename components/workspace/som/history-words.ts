import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';

/** "41 orders, 11 months, 2 suppliers": what a comparison rests on. */
export function historyWords({ orders, months, suppliers }: SubstancePicture['history']): string {
  return say('monitoring.history', {
    orders: say('monitoring.history-orders', { count: orders }),
    months: say('monitoring.history-months', { count: months }),
    suppliers: say('monitoring.history-suppliers', { count: suppliers }),
  });
}
