import { CountersignError } from '@/lib/base';
import type { SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { leftOut } from '../companion-view';
import { situation } from '../context';
import { partiesOf } from '../look';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import { takeOrders } from './take-orders';
import { unknownOrders } from './unknown-orders';

/** Takes what a page shows and nobody here knows into the history; answers what came of it, for the panel. Throws `portal/supplier-unknown`. */
export async function takeFromPage(ports: DeskPorts, page: SeenPage, url: string): Promise<string> {
  const here = await situation(ports);
  const { directory } = here;
  const { registrant, supplier } = partiesOf(directory, {
    purchaserDea: page.purchaserDea?.text ?? null,
    url,
  });
  if (!supplier || !registrant) throw new CountersignError('portal/supplier-unknown');
  const today = todayAt(ports, here, registrant.deaNumber);
  const on = { page, supplier, purchaser: registrant, today, directory };
  const { left } = await unknownOrders(ports, on);
  const { orders, lines, alike } = await takeOrders(ports, on, { origin: new URL(url).origin, url });
  return [
    orders > 0 ? say('panel.backfill.done', { count: orders, lines }) : say('panel.backfill.nothing'),
    ...(alike > 0 ? [say('panel.backfill.alike', { count: alike })] : []),
    ...leftOut(left),
  ].join(' ');
}
