import type { HistoryReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';

/** Rows of refusals that are shown; the count says how many there are, and the file holds all. */
const SHOWN = 50;

interface HistoryReportNoticeProps {
  readonly report: HistoryReport;
  readonly onSave: (csv: string) => void;
}

/** What was taken of a file, and what was refused and why. */
export function HistoryReportNotice({ report, onSave }: HistoryReportNoticeProps) {
  const { taken, refused, refusedCsv } = report;
  return (
    <Notice tone={refused.length > 0 ? 'caution' : 'good'} role="status">
      <p>{say('history.taken', { count: taken.length })}</p>
      {refused.length > 0 && <p>{say('history.refused', { count: refused.length })}</p>}
      <ul className="refused">
        {refused.slice(0, SHOWN).map(({ row, fault }) => (
          <li key={row}>
            <VisibleText>
              {say('import/row-refused', { row, detail: say.loose(fault.code, fault.params) })}
            </VisibleText>
          </li>
        ))}
      </ul>
      {refusedCsv !== null && (
        <Button onClick={() => onSave(refusedCsv)}>{say('history.save-refused')}</Button>
      )}
    </Notice>
  );
}
