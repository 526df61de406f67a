import type { PlainDate } from '@/lib/base';
import type { EventId } from '../facts';
import type { ReceivedLine } from '../received-line';
import type { BesideRecord } from './record';

/** The life of a record beside CSOS, in a stream of its own. Append-only, as `OrderEvents`. */
export interface BesideEvents {
  'record.entered': { readonly record: BesideRecord };
  /** The record as it should have read; what it read before stays visible. */
  'record.corrected': { readonly record: BesideRecord; readonly reason: string };
  /** Entered in error: it counts no longer. */
  'record.withdrawn': { readonly reason: string };
  /** 1304.22(c), 1305.13(e): what came, and when. Increments: one delivery, one event. */
  'record.received': {
    readonly lines: readonly ReceivedLine[];
    readonly date: PlainDate;
    readonly countedBy: string;
    readonly verifiedBy: string | null;
    readonly note: string | null;
  };
  /** A receipt, or that DEA was told or sent its form: recorded in error, it counts no longer. */
  'record.entry-withdrawn': { readonly corrects: EventId; readonly reason: string };
  /** 1301.76(b): the DEA field office was told in writing, within one business day of discovery. */
  'loss.notified': { readonly date: PlainDate; readonly how: string };
  /** 1301.76(b): Form 106 was submitted, within 45 days of discovery; `reference` as DEA's system shows it. */
  'loss.form-106': { readonly date: PlainDate; readonly reference: string | null };
}

export type BesideEventType = keyof BesideEvents;
export type BesideEvent = {
  [T in BesideEventType]: {
    readonly id: EventId;
    readonly type: T;
    readonly payload: BesideEvents[T];
    readonly time: number;
    readonly who: string;
  };
}[BesideEventType];
