import { dueView } from '@/lib/desk/background';
import type { DeskPorts } from '@/lib/desk';
import { badgeCount, type DueItem } from '@/lib/reminders';
import { say, type WordKey } from '@/lib/words';
import { browser } from 'wxt/browser';

const NOTIFIED = 'notifiedOn';
const NOTIFIED_ITEMS = 3;

/** Badge and notification say what the popup says, from the same view. */
export async function showDue(ports: DeskPorts): Promise<void> {
  const view = await dueView(ports);
  const count = badgeCount(view.items);
  const isOverdue = view.items.some(({ urgency }) => urgency === 'overdue');
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: isOverdue ? '#a11c1c' : '#0a5a64' });
  await browser.action.setTitle({ title: count === 0 ? say('badge.none') : say('badge.due', { count }) });
  const urgent = view.items.filter(({ urgency }) => urgency !== 'soon');
  if (urgent.length === 0) return;
  const stored = await browser.storage.local.get(NOTIFIED);
  if (stored[NOTIFIED] === view.today) return;
  await browser.storage.local.set({ [NOTIFIED]: view.today });
  await browser.notifications.create('due', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: say('notification.due', { count: urgent.length }),
    message: urgent.slice(0, NOTIFIED_ITEMS).map(lineOf).join('\n'),
  });
}

function lineOf({ sentence, params, supplierName, orderNumber }: DueItem): string {
  const about = [supplierName, orderNumber].filter((part) => part !== null).join(', ');
  const words = say.loose(sentence as WordKey, params);
  return about === '' ? words : `${about}: ${words}`;
}
