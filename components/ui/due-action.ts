import type { DueItem } from '@/lib/reminders';
import { say } from '@/lib/words/light';

/** Where the one action of a duty leads: a place of the workspace, or the sign window of a request. */
export type DueTarget =
  { readonly to: 'workspace'; readonly path: string } | { readonly to: 'sign'; readonly requestId: string };

/** The one action of a duty. For `sign` the order id is the request's. */
export function dueAction(item: DueItem): { readonly label: string; readonly target: DueTarget } {
  const id = encodeURIComponent(item.orderId ?? '');
  const target = (path: string): DueTarget => ({ to: 'workspace', path });
  switch (item.kind) {
    case 'sign':
      return { label: say('ui.action.sign'), target: { to: 'sign', requestId: item.orderId ?? '' } };
    case 'receipt':
      return { label: say('ui.action.receipt'), target: target(`/receive/${id}`) };
    case 'certificate-expiring':
      return { label: say('ui.action.certificate'), target: target('/certificates') };
    case 'portal-receipt':
    case 'submit':
    case 'link-statement':
    case 'order-expiring':
      return { label: say('ui.action.order'), target: target(`/orders/${id}`) };
  }
}
