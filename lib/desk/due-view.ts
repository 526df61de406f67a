import { dueItems, summaryOf } from '@/lib/reminders';
import { situation } from './context';
import { dueFacts } from './due/due-facts';
import { watchedSubstances } from './due/watch';
import { whoIs } from './people';
import type { DeskPorts } from './ports';
import { setupMissing } from './set-up-missing';
import type { DueView } from './views';

/** Everything that popup, badge, notification and banner say, from state alone. */
export async function dueView(ports: DeskPorts): Promise<DueView> {
  const here = await situation(ports);
  const { directory, today, person } = here;
  const [orders, requests] = await Promise.all([ports.archive.openOrders(), ports.archive.openRequests()]);
  const facts = await dueFacts(ports, here, { orders, requests });
  const items = dueItems(facts);
  return {
    today,
    who: person && whoIs(person),
    registrantName: directory.registrant?.name ?? null,
    items,
    summary: summaryOf(items, { ...directory.settings, now: facts.now, zone: facts.zone }),
    watch: await watchedSubstances(ports, here, facts),
    setupMissing: setupMissing(directory),
  };
}
