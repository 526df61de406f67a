import { legalDay } from '@/lib/base';
import type { HistoryOverlap } from '@/lib/desk';
import { say } from '@/lib/words';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';

interface HistoryOverlapNoticeProps {
  readonly overlap: HistoryOverlap;
  /** The registrant's zone. */
  readonly zone: string;
}

/** What of a file is here already, before it is imported: counted twice, an order looks usual that isn't. */
export function HistoryOverlapNotice({ overlap, zone }: HistoryOverlapNoticeProps) {
  const { lines, alike, known } = overlap;
  if (known) {
    const { file, at, whoName: name, of, lines: done } = known;
    const count = of?.total ?? done;
    return (
      <Notice tone={done < count ? 'information' : 'stop'}>
        <VisibleText>
          {done < count
            ? say('history.go-on', { done, count })
            : say('history.known', { file, name, date: formatDay(legalDay(at, zone)) })}
        </VisibleText>
      </Notice>
    );
  }
  if (alike === 0) return null;
  return <Notice tone="caution">{say('history.alike', { alike, count: lines })}</Notice>;
}
