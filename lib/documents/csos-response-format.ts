import type { LineAnswer, OrderAnswer } from './answers';

/**
 * How suppliers answer a CSOSOrder nobody could tell (assumed, all of it): by the request's own elements under a root of
 * another name, with a status for the order and for each item. One place, so that a real sample changes nothing else.
 */
export const CSOS_RESPONSE = {
  roots: ['CSOSOrderResponse', 'CSOSOrderAcknowledgement', 'CSOSResponse'],
  status: ['Status', 'OrderStatus', 'ItemStatus'],
  statement: ['Reason', 'Statement', 'Message', 'Comments'],
  date: ['ResponseDate', 'StatusDate'],
  packages: ['QuantityAccepted', 'QuantityShipped'],
} as const;

/** Words as they are compared: letters alone, in lower case. */
export const STATUS_WORDS: ReadonlyMap<string, OrderAnswer & LineAnswer> = new Map(
  Object.entries({
    accepted: 'accepted',
    approved: 'accepted',
    valid: 'accepted',
    acceptedwithchanges: 'changed',
    changed: 'changed',
    notaccepted: 'rejected',
    rejected: 'rejected',
    declined: 'rejected',
    invalid: 'rejected',
    onhold: 'held',
    held: 'held',
    pending: 'held',
  } as const),
);
