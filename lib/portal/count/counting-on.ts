import type { CountsUndone, CountsWritten, CountToWrite } from './counts';
import { undoCounts } from './undo-counts';
import { writeCounts, type CountingPage, type Written } from './write-counts';

/** Counts of one document: written once, and taken back as long as the page lives. */
export interface Counting {
  /** Whether something was written that can be taken back. */
  canUndo(): boolean;
  write(counts: readonly CountToWrite[]): Promise<CountsWritten>;
  undo(): CountsUndone;
}

export function countingOn(page: CountingPage): Counting {
  let written: readonly Written[] = [];
  return {
    canUndo: () => written.some(({ field }) => field.isConnected),
    async write(counts) {
      const result = await writeCounts(page, counts);
      // Pressed twice, the values from before the first time are the ones to come back to.
      const before = new Map(written.map(({ field, earlier }) => [field, earlier]));
      const again = new Set(result.written.map(({ field }) => field));
      written = [
        ...written.filter(({ field }) => !again.has(field)),
        ...result.written.map((one) => ({ ...one, earlier: before.get(one.field) ?? one.earlier })),
      ];
      return result.outcome;
    },
    undo() {
      const undone = undoCounts(written);
      written = [];
      return undone;
    },
  };
}
