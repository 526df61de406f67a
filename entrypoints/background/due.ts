import { dueView } from '@/lib/desk/background';
import type { DeskPorts, DueView } from '@/lib/desk';
import type { DueItem } from '@/lib/reminders';
import { say, type WordKey } from '@/lib/words';
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const NOTIFIED = 'notified';
const NOTIFIED_ITEMS = 3;
const notifiedSchema = v.object({ day: v.string(), keys: v.array(v.string()) });

/** Badge and notification say what the popup says, from the same view. */
export async function showDue(ports: DeskPorts): Promise<void> {
  await showView(await dueView(ports));
}

/** The same for a view that somebody is about to see: what they read and what the icon says is one. */
export async function showView(view: DueView): Promise<void> {
  const { due, level } = view.summary;
  const count = due.length;
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: level === 'loud' ? '#a11c1c' : '#0a5a64' });
  await browser.action.setTitle({ title: count === 0 ? say('badge.none') : say('badge.due', { count }) });
  if (await isNews(view)) await notify(view);
}

/** Once a day for all that is due, and again only for what has become loud since: a prepared order is no alarm. */
async function isNews({ today, items, summary }: DueView): Promise<boolean> {
  if (summary.notify.length === 0) return false;
  const stored = v.safeParse(notifiedSchema, (await browser.storage.local.get(NOTIFIED))[NOTIFIED]);
  const isToday = stored.success && stored.output.day === today;
  const known = isToday ? stored.output.keys : [];
  const isLoud = (key: string) => items.find((item) => item.key === key)?.level === 'loud';
  if (isToday && !summary.notify.some((key) => isLoud(key) && !known.includes(key))) return false;
  await browser.storage.local.set({ [NOTIFIED]: { day: today, keys: summary.notify.filter(isLoud) } });
  return true;
}

async function notify({ items, summary }: DueView): Promise<void> {
  const told = items.filter(({ key }) => summary.notify.includes(key));
  await browser.notifications.create('due', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: say('notification.due', { count: summary.due.length }),
    message: told.slice(0, NOTIFIED_ITEMS).map(lineOf).join('\n'),
  });
}

function lineOf({ sentence, params, supplierName, orderNumber }: DueItem): string {
  const about = [supplierName, orderNumber].filter((part) => part !== null).join(', ');
  const words = say.loose(sentence as WordKey, params);
  return about === '' ? words : `${about}: ${words}`;
}
