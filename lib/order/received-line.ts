import type { PlainDate } from '@/lib/base';
import type { LineQuantity } from './facts';

export const discrepancies = ['short', 'over', 'damaged', 'wrong-item'] as const;
export type Discrepancy = (typeof discrepancies)[number];

/** Packages of one lot, as a scanned package says. */
export interface ReceivedLot {
  readonly lot: string | null;
  readonly expiry: PlainDate | null;
  readonly serial: string | null;
  readonly packages: number;
}

/** What one delivery brought of one line. */
export interface ReceivedLine extends LineQuantity {
  readonly discrepancy?: Discrepancy | null;
  readonly note?: string | null;
  readonly lots?: readonly ReceivedLot[];
}
