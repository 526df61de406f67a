import type { LimitStanding } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';

/** Where the month may lead beside the limit, and how that is reckoned. A reckoning of its end, never of what is open until then. */
export function projectionWords({ projected }: LimitStanding): readonly string[] {
  if (projected === null) return [say('monitoring.projected-none')];
  const units = figure(projected.units);
  return [
    projected.step === '100'
      ? say('monitoring.projected-reached', { units })
      : say('monitoring.projected', { units, step: say(`monitoring.limit-step.${projected.step}`) }),
    say(`monitoring.projected.${projected.from}`),
  ];
}
