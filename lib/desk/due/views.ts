import type { PlainDate } from '@/lib/base';
import type { Actor } from '../act-as';

/** Putting off what is due. */
export interface DueCases {
  /**
   * Keeps one thing that is due off badge and notification before `until`, with who and why on record; in the list it stays.
   * Throws `due/unknown`, `due/not-put-off`, `due/until` {latest}, `record/reason-missing`, `people/*`.
   */
  snooze(
    act: Actor & {
      readonly commandId: string;
      /** `key` of a `DueItem`. */
      readonly key: string;
      readonly until: PlainDate;
      readonly reason: string;
    },
  ): Promise<void>;
}
