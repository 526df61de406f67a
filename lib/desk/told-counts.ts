import type { CountsUndone, CountsWritten, MissReason } from '@/lib/portal';
import { missReasons } from '@/lib/portal';
import { say } from '@/lib/words';
import type { Counted } from './count-once';

/** What became of counts that were written into a supplier's form, for the panel: what wasn't taken is named line by line. */
export function toldCounts({ lines, missed }: CountsWritten, { onSeveralDays }: Counted): string {
  const told = (why: MissReason) =>
    missed
      .filter((one) => one.why === why)
      .map(({ lineNumber: line, what }) =>
        say(what === 'date' ? 'panel.count.date' : 'panel.count.line', { line }),
      );
  return [
    lines.length > 0 ? say('panel.count.done', { count: lines.length }) : say('panel.count.none'),
    ...missReasons.flatMap((why) => {
      const names = told(why).join(', ');
      return names === '' ? [] : [say(`panel.count.missed.${why}`, { lines: names })];
    }),
    ...(onSeveralDays.length > 0
      ? [
          say('panel.count.several-days', {
            lines: onSeveralDays.map((line) => say('panel.count.line', { line })).join(', '),
          }),
        ]
      : []),
  ].join(' ');
}

export function toldUndone({ restored, left }: CountsUndone): string {
  return [
    say('panel.count.undone', { count: restored }),
    ...(left > 0 ? [say('panel.count.undone-left', { count: left })] : []),
  ].join(' ');
}
