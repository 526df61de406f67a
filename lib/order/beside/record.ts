import type { DeaNumber, Ndc11, PlainDate, ScheduleOrNone } from '@/lib/base';
import type { StoredFile } from '../statement';

/**
 * What moves controlled substances beside this pharmacy's own electronic orders: `paper-222` and `invoice` (schedules III–V)
 * bring goods in, as does `transfer-in`; `return` (to a supplier) and `transfer-out` (to another registrant) are ordered by
 * the other side, so here the pharmacy is the supplier; `loss` is theft or loss (21 CFR 1301.76(b)).
 */
export const besideKinds = ['paper-222', 'invoice', 'transfer-in', 'return', 'transfer-out', 'loss'] as const;
export type BesideKind = (typeof besideKinds)[number];

export interface BesideLine {
  /** Counts from 1, without gaps. */
  readonly lineNumber: number;
  readonly name: string;
  readonly ndc11: Ndc11 | null;
  readonly strength: string | null;
  readonly schedule: ScheduleOrNone | null;
  /** Units in one package. */
  readonly packageSize: number | null;
  /** Whole packages. */
  readonly packages: number;
  /** Single units beside whole packages: an opened bottle that went back, what was missing. */
  readonly looseUnits: number;
}

export interface BesideRecord {
  readonly id: string;
  readonly kind: BesideKind;
  readonly registrant: DeaNumber;
  /** The day it happened: the form's or invoice's date, the day goods left, the day a loss was discovered. */
  readonly date: PlainDate;
  /** Supplier or other registrant; null for a loss. */
  readonly other: { readonly name: string; readonly deaNumber: string | null } | null;
  /** Form 222's serial number, the invoice's number, the other side's order number. */
  readonly reference: string | null;
  readonly lines: readonly BesideLine[];
  readonly note: string | null;
  readonly files: readonly StoredFile[];
}

/** Kinds whose goods come in, and have to be counted and recorded as received. */
export function comesIn(kind: BesideKind): boolean {
  return kind === 'paper-222' || kind === 'invoice' || kind === 'transfer-in';
}

/** Kinds that the other side orders: this pharmacy is the supplier. */
export function goesOut(kind: BesideKind): boolean {
  return kind === 'return' || kind === 'transfer-out';
}
