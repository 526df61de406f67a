import type { ArchiveEventType } from './envelope';

/** One that is missing here doesn't compile. */
const types = {
  'request.opened': true,
  'request.refused': true,
  'request.voided': true,
  'order.signed': true,
  'order.tracked': true,
  'order.numbered': true,
  'order.submitted': true,
  'order.accepted': true,
  'order.not-accepted': true,
  'order.shipped': true,
  'order.received': true,
  'order.portal-received': true,
  'order.voided': true,
  'order.cancelled': true,
  'order.lost': true,
  'order.replaced': true,
  'order.replaces': true,
  'order.turned-up': true,
  'order.statement-linked': true,
  'order.expired': true,
  'order.corrected': true,
  'record.entered': true,
  'record.corrected': true,
  'record.withdrawn': true,
  'record.received': true,
  'record.entry-withdrawn': true,
  'loss.notified': true,
  'loss.form-106': true,
  'registrant.set': true,
  'registrant.chosen': true,
  'person.set': true,
  'person.left': true,
  'poa.granted': true,
  'poa.revoked': true,
  'supplier.set': true,
  'key.compromised': true,
  'duty.done': true,
  'settings.set': true,
  'retention.set': true,
  'hold.placed': true,
  'hold.lifted': true,
  'due.snoozed': true,
  'enrolment.step': true,
  'root.trusted': true,
  'root.removed': true,
  'certificate.added': true,
  'certificate.revoked': true,
  'certificate.removed': true,
  'key.removed': true,
  'key.password-changed': true,
  'honesty.accepted': true,
  'number.allocated': true,
  'pack.made': true,
  'history.imported': true,
  'history.withdrawn': true,
  'records.purged': true,
} as const satisfies Record<ArchiveEventType, true>;

/**
 * Whether this version knows a type of record. What a newer one wrote isn't taken in: its folds would leave out what they
 * don't know, and show an order as if it hadn't happened.
 */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(types, type);
}
