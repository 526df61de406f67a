import { browser } from 'wxt/browser';

/**
 * Runs something every so many minutes, whether or not a page is open. The alarm is created only where absent: a worker
 * that starts every half minute must not push its own alarm ahead for ever.
 */
export async function repeat(name: string, periodInMinutes: number, run: () => void): Promise<void> {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) run();
  });
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes });
}
