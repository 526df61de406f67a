import type { PlainDate } from '@/lib/base';
import type { BesideLine, BesideRecord } from './record';

/** Facts out of order: recorded, flagged, never refused. Each has its sentence `beside.flag.<name>` in `lib/words`. */
export const besideFlags = [
  'before-record',
  'entered-again',
  'without-order',
  'other-unnamed',
  'schedule-unknown',
  'received-more-than-ordered',
  'received-after-day-60',
  'received-before-date',
  'received-line-changed',
  'line-unknown',
  'quantity-unreadable',
  'after-withdrawal',
  'notice-before-discovery',
] as const;
export type BesideFlag = (typeof besideFlags)[number];

export interface BesideLineState {
  readonly line: BesideLine;
  /** Packages recorded as received; stays 0 for what goes out. */
  readonly received: number;
}

/** What a record's events add up to. */
export interface BesideState {
  readonly id: string;
  readonly record: BesideRecord;
  readonly lines: readonly BesideLineState[];
  readonly withdrawn: string | null;
  readonly corrected: boolean;
  /** Goods that this record brings in and nobody has recorded as received. */
  readonly receiptOpen: boolean;
  readonly lastReceivedOn: PlainDate | null;
  /** Losses only: the day on which DEA was told, the day on which Form 106 went out. */
  readonly notifiedOn: PlainDate | null;
  readonly form106On: PlainDate | null;
  readonly flags: readonly BesideFlag[];
  /** Number of events folded: the `expectedVersion` of the next write. */
  readonly version: number;
}

/** Whether it still asks for something: a count, a notice, a form. */
export function isBesideOpen({
  record,
  withdrawn,
  receiptOpen,
  notifiedOn,
  form106On,
}: BesideState): boolean {
  if (withdrawn !== null) return false;
  return receiptOpen || (record.kind === 'loss' && (notifiedOn === null || form106On === null));
}
