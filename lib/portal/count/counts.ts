import type { NamedLine } from '../match-line';

/** What a named person counted of one line, as the supplier's receiving form is to say it. */
export interface CountToWrite extends NamedLine {
  readonly lineNumber: number;
  /** Whole packages, 0 included. */
  readonly packages: number;
  /** `YYYY-MM-DD`; null: no date is written. */
  readonly date: string | null;
}

/**
 * Why a line's quantity or date doesn't stand in the form. `no-line`: the page doesn't show it; `several`: it can't be told
 * apart, or there are several fields; `no-field`: nothing to write it into; `not-taken`: the page changed or refused it, and
 * shows what it showed before; `sends`: writing would make the page send the form off.
 */
export const missReasons = ['no-line', 'several', 'no-field', 'not-taken', 'sends'] as const;
export type MissReason = (typeof missReasons)[number];

export interface Missed {
  readonly lineNumber: number;
  readonly what: 'line' | 'date';
  readonly why: MissReason;
}

export interface CountsWritten {
  /** Lines whose quantity stands in the form now, read back from it. */
  readonly lines: readonly number[];
  readonly missed: readonly Missed[];
}

export interface CountsUndone {
  /** Fields that show again what they showed before. */
  readonly restored: number;
  /** Fields that somebody changed since, or that are gone: left alone. */
  readonly left: number;
}
