import { parseOrderNumber, formatOrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { PortalProfile, SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { backfillPlace } from './backfill/backfill-place';
import {
  leftReasons,
  unknownOrders,
  type PageOfSupplier,
  type UnknownOrders,
} from './backfill/unknown-orders';
import type { DeskPorts } from './ports';
import type { ReadBack } from './read-back';
import type { PanelAction } from './views';

/** What companion mode adds to the panel of a supplier's page. */
export interface CompanionView {
  readonly actions: readonly PanelAction[];
  readonly notices: readonly string[];
  /** The order is in the history: tracked as well, it would count twice. */
  readonly isInHistory: boolean;
}

/** What couldn't be read back, unknown orders that can be taken into the history, counts that the page's form can be given. */
export async function companionView(
  ports: DeskPorts,
  on: PageOfSupplier,
  { about, back }: { readonly about: OrderState | null; readonly back: ReadBack },
): Promise<CompanionView> {
  const unknown = await unknownOrders(ports, on);
  const number = about ? null : on.page.orderNumber && parseOrderNumber(on.page.orderNumber.text);
  const isInHistory =
    number !== null &&
    backfillPlace(on.directory, { supplierId: on.supplier.id, purchaserDea: on.purchaser.deaNumber, number })
      .isTaken;
  return {
    isInHistory,
    actions: [
      ...(mayCount(on, about) ? (['count'] as const) : []),
      ...(unknown.takeable.length > 0 ? (['backfill'] as const) : []),
    ],
    notices: [
      ...(back.unclear > 0 ? [say('panel.page.unclear', { count: back.unclear })] : []),
      ...back.unknownStates.map((words) => say('panel.page.state-unknown', { words })),
      ...(number !== null && isInHistory
        ? [say('panel.in-history', { number: formatOrderNumber(number) })]
        : []),
      ...offerOf(unknown),
    ],
  };
}

/** Counts were recorded here by a named person, and the portal that holds the signed order doesn't show them yet. */
function mayCount(
  { page }: { readonly page: SeenPage; readonly supplier: PortalProfile },
  about: OrderState | null,
) {
  return about !== null && about.portalReceiptOpen && page.kind === 'shipment' && page.lines.length > 0;
}

function offerOf({ takeable, left }: UnknownOrders): string[] {
  if (takeable.length === 0) return [];
  return [say('panel.backfill.offer', { count: takeable.length }), ...leftOut(left)];
}

/** What can't be taken, and why. */
export function leftOut(left: UnknownOrders['left']): string[] {
  return leftReasons.flatMap((why) => {
    const count = left.filter((one) => one.why === why).length;
    return count > 0 ? [say(`panel.backfill.left.${why}`, { count })] : [];
  });
}
