import type { DeaNumber, PlainDate, Schedule } from '@/lib/base';
import type { StoredFile } from '@/lib/order';

/**
 * A power of attorney to order schedules I and II (21 CFR 1305.05), as the registrant granted it. It may cover fewer
 * schedules than the holder's certificate, and nobody but the registrant enforces that.
 */
export interface PoaLetter {
  readonly id: string;
  readonly personId: string;
  readonly registrant: DeaNumber;
  readonly schedules: readonly Schedule[];
  readonly since: PlainDate;
  /** Last day of it; null until it is revoked. */
  readonly until: PlainDate | null;
  readonly file: StoredFile | null;
}

/** A letter with what became of it: letters and revocations are kept with the orders (21 CFR 1305.05(a)). */
export interface PoaRecord extends PoaLetter {
  /** `on`: first day on which it isn't in force any more. */
  readonly revoked: {
    readonly on: PlainDate;
    readonly reason: string;
    readonly file: StoredFile | null;
  } | null;
}
