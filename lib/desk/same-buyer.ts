import type { Directory } from '@/lib/archive';
import { parseDeaNumber } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';
import { registrantNamed } from './registrants';

/**
 * Another location's order of the same lines is its own; one that names no buyer may be this one's. A location is the same
 * under a number that it had before.
 */
export function isSameBuyer(
  directory: Pick<Directory, 'registrants' | 'formerNumbers'>,
  { purchaser: a }: OrderDraft,
  { purchaser: b }: OrderDraft,
): boolean {
  const [one, other] = [a, b].map(
    ({ deaNumber }) => registrantNamed(directory, deaNumber)?.deaNumber ?? parseDeaNumber(deaNumber ?? ''),
  );
  return one === null || other === null || one === other;
}
