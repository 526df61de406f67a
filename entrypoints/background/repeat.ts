import { systemClock } from '@/lib/base';
import { browser } from 'wxt/browser';

const MINUTE_MS = 60_000;

/**
 * Sets an alarm where it is absent, or can't be right: a worker that starts every half minute must not push its own alarm
 * ahead for ever, and one that was set while the clock stood a year ahead would be silent for a year.
 */
export async function keepAlarm(name: string, periodInMinutes: number): Promise<void> {
  const known = await browser.alarms.get(name);
  const latest = systemClock.now() + periodInMinutes * MINUTE_MS;
  if (known && known.periodInMinutes === periodInMinutes && known.scheduledTime <= latest) return;
  await browser.alarms.create(name, { periodInMinutes });
}

/**
 * Runs something every so many minutes, whether or not a page is open. `late`: the alarm rings a whole period after its
 * time, since the computer slept; alarms that were missed meanwhile ring once, or never.
 */
export async function repeat(
  name: string,
  periodInMinutes: number,
  run: (late: boolean) => void,
): Promise<void> {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) run(systemClock.now() - alarm.scheduledTime > periodInMinutes * MINUTE_MS);
  });
  await keepAlarm(name, periodInMinutes);
}
