import { parseDeaNumber } from '@/lib/base';
import type { NewEvent } from './archive';
import type { Directory } from './directory';
import type { Envelope } from './envelope';

/** The DEA number of the location that an event names as its own; null where it names none. */
function namedBy(event: NewEvent): string | null {
  switch (event.type) {
    case 'request.opened':
      return event.payload.request.draft.purchaser.deaNumber;
    case 'order.tracked':
      return event.payload.draft.purchaser.deaNumber;
    case 'order.signed':
      return event.payload.order.purchaser.deaNumber;
    case 'record.entered':
      return event.payload.record.registrant;
    default:
      return null;
  }
}

/**
 * The location (DEA number) in whose chain an event is kept: an order's is that of the order, whichever the station works
 * for now, so that one location's records lie together (21 CFR 1305.27, 1304.04); the directory's is the one in force. The
 * empty string before there is any.
 */
export function chainRegistrant(
  directory: Pick<Directory, 'registrant' | 'registrants'>,
  event: NewEvent,
  { stream, isOfOrder }: { readonly stream: readonly Envelope[]; readonly isOfOrder: boolean },
): string {
  const inForce = directory.registrant ? (parseDeaNumber(directory.registrant.deaNumber) ?? '') : '';
  if (!isOfOrder) return inForce;
  const [first] = stream;
  // Records from before set-up lie in a chain without a location; what follows them needn't.
  if (first && first.registrant !== '') return first.registrant;
  const named = parseDeaNumber(namedBy(event) ?? '');
  const known = directory.registrants.find(({ deaNumber }) => deaNumber === named);
  return known?.deaNumber ?? inForce;
}
