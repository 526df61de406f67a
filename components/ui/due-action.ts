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
    case 'crl-stale':
      return { label: say('ui.action.lists'), target: target('/certificates') };
    case 'beside-receipt':
    case 'loss-notice':
    case 'loss-form-106':
      return { label: say('ui.action.record'), target: target(`/records/${id}`) };
    case 'poa-departed':
    case 'key-compromised':
      return { label: say('ui.action.people'), target: target('/people') };
    case 'enrolment':
      return { label: say('ui.action.steps'), target: target('/enrolment') };
    case 'copy-overdue':
    case 'archive-read-only':
      return { label: say('ui.action.copy'), target: target('/archive') };
    case 'receipt-partly':
    case 'portal-receipt':
    case 'submit':
    case 'page-differs':
    case 'link-statement':
    case 'link-replacement':
    case 'order-expiring':
    case 'expired-balance':
      return { label: say('ui.action.order'), target: target(`/orders/${id}`) };
  }
}
