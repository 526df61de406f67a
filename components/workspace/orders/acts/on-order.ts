import type { ActOnOrder } from '@/lib/desk';
import type { OrderState } from '@/lib/order';
import type { ActBy } from '../../act/act-form';

/** An act by someone on the very history that they saw. */
export function onOrder({ orderId, version }: OrderState, by: ActBy): ActOnOrder {
  return { ...by, orderId, expectedVersion: version };
}
