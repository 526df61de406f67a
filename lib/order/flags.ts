/** Facts out of order: recorded, flagged, never refused. Each has its sentence `flag.<name>` in `lib/words`. */
export const orderFlags = [
  'before-order',
  'signed-again',
  'number-changed',
  'accepted-after-not-accepted',
  'not-accepted-after-shipped',
  'shipped-after-not-accepted',
  'shipped-total-fell',
  'shipped-more-than-ordered',
  'shipped-after-day-60',
  'received-before-order',
  'received-before-shipped',
  'received-after-not-accepted',
  'received-more-than-shipped',
  'received-more-than-ordered',
  'received-after-day-60',
  'line-unknown',
  'quantity-unreadable',
] as const;
export type OrderFlag = (typeof orderFlags)[number];
