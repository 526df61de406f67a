import type { DispensingReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';

/** What was taken of a file, and which rows were refused and why; nothing of what stood in them. */
export function DispensingReportNotice({ report }: { readonly report: DispensingReport }) {
  const { taken, sums, refused, faults } = report;
  return (
    <Notice tone={refused > 0 ? 'caution' : 'good'} role="status">
      <p>{say('dispensing.taken', { count: taken, sums })}</p>
      {refused > 0 && <p>{say('dispensing.refused', { count: refused })}</p>}
      <ul className="refused">
        {faults.map(({ row, fault }) => (
          <li key={row}>
            <VisibleText>
              {say('import/row-refused', { row, detail: say.loose(fault.code, fault.params) })}
            </VisibleText>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
