import type { PlainDate } from '@/lib/base';
import type { PossibleActs } from '@/lib/desk';
import type { OrderState } from '@/lib/order';

/** What the form of every act on an order is given. */
export interface ActProps {
  readonly state: OrderState;
  /** What was known to speak for and against each act when the page was read. */
  readonly possible: PossibleActs;
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}
