import type { ClockReading } from './clock-reading';

/** What the believed comparisons add up to. */
interface Compared {
  /** Milliseconds; positive: this computer is ahead. The middle of what it may be. */
  readonly offsetMs: number;
  readonly uncertaintyMs: number;
  /** Whose clocks agree, the one in the middle first. */
  readonly sources: readonly string[];
  /** Whose clocks differ from them by more than five minutes, and are not believed. */
  readonly odd: readonly string[];
  /** Milliseconds since 1970: when the newest of the believed ones was asked. */
  readonly at: number;
}

/**
 * How this computer's clock stands against official time (21 CFR 1311.55(b)(7)). `off`: more than five minutes, even where
 * the comparison's uncertainty is taken in its favour. `differ`: no majority of the sources agrees. `ntp-only`, `ntp-off`:
 * right, or off, by time servers alone, whose answers anybody on the way may forge.
 */
export type ClockStanding =
  | ({ readonly state: 'checked' } & Compared)
  | ({ readonly state: 'off' } & Compared)
  | ({ readonly state: 'ntp-only' } & Compared)
  | ({ readonly state: 'ntp-off' } & Compared)
  | { readonly state: 'differ'; readonly sources: readonly string[]; readonly at: number }
  | { readonly state: 'unknown' };

/** A clock that may be asked, whether or not the user allowed it. */
export interface ClockSource {
  /** Host name, with its port where it isn't the usual one. */
  readonly name: string;
  readonly by: ClockReading['by'];
  readonly allowed: boolean;
  /** What it last said, while that counts. */
  readonly reading: ClockReading | null;
}

export interface ClockView {
  readonly standing: ClockStanding;
  readonly sources: readonly ClockSource[];
  /** The registrant's zone, in which times are told. */
  readonly zone: string;
}
