import { CountersignError, limits } from '@/lib/base';
import { clockStanding, freshenClock } from '../clock/compare-clock';
import type { DeskPorts } from '../ports';

const DAY_MS = 86_400_000;

/** Between two looks back over what was recorded. */
const STEP_MS = 15 * DAY_MS;

/**
 * A clock that runs ahead would purge records before their time (21 CFR 1305.27). Where it was compared, that decides; time
 * servers are enough here, since whoever forges their answers would have to set the clock as well. Where nobody was asked,
 * what was recorded in the year before today vouches for it: a clock that leapt leaves a silence behind. Records of one day
 * alone say nothing, and can't be past their time. Throws `archive/clock-off`, `archive/clock-leapt`.
 */
export async function requireRightClock(ports: DeskPorts): Promise<void> {
  await freshenClock(ports);
  const { state } = await clockStanding(ports);
  if (state === 'checked' || state === 'ntp-only') return;
  if (state !== 'unknown') throw new CountersignError('archive/clock-off');
  const now = ports.clock.now();
  for (let at = now - DAY_MS; now - at < limits.purgeLookBackMs;) {
    const last = await ports.archive.recordedBefore(at);
    if (last === null) return;
    const days = Math.floor((at - last) / DAY_MS);
    if (at - last > limits.purgeSilenceMs) throw new CountersignError('archive/clock-leapt', { days });
    at = last - STEP_MS;
  }
}
