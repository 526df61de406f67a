/** One comparison of this computer's clock with another. */
export interface ClockReading {
  /** Host name of the web server or time server. */
  readonly source: string;
  readonly by: 'https' | 'ntp';
  /** Milliseconds; positive: this computer is ahead. */
  readonly offsetMs: number;
  /** Half the width of what the offset may be: a Date header has whole seconds, and an answer takes its way. */
  readonly uncertaintyMs: number;
  /** Milliseconds since 1970, by this computer's clock. */
  readonly at: number;
  /** `Clock.steady` at the same moment, where there is one: tells whether the clock was set since. */
  readonly steady?: number;
}
