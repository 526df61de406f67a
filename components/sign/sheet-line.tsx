import { formatSchedule } from '@/lib/base';
import type { PreparedDocument } from '@/lib/desk';
import type { DraftLine, OrderLine } from '@/lib/order';
import { say } from '@/lib/words';
import { Code, NdcCode } from '../ui/code';
import { LevelWord } from '../ui/level-word';
import { VisibleText } from '../ui/visible-text';

interface SheetLineProps {
  readonly line: OrderLine | DraftLine;
  readonly sentences: PreparedDocument['somSentences'];
}

const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** One item: packages × size first, because that is what is ordered; what differs from the usual right below it. */
export function SheetLine({ line, sentences }: SheetLineProps) {
  const units = line.packages !== null && line.packageSize !== null ? line.packages * line.packageSize : null;
  const more = [line.strength, line.form].filter((text) => text !== null && text !== '');
  return (
    <>
      <tr className={sentences.length > 0 ? 'line line-said' : 'line'}>
        <td className="line-number">{line.lineNumber}</td>
        <td className="num line-packages" data-label={say('sign.col.packages')}>
          <Figure value={line.packages} />
        </td>
        <td className="num" data-label={say('sign.col.size')}>
          <Figure value={line.packageSize} />
        </td>
        <td className="line-item">
          <strong>
            <VisibleText>{line.name}</VisibleText>
          </strong>
          <span className="line-more">
            {line.ndc11 && (
              <span>
                {say('sign.ndc')} <NdcCode ndc={line.ndc11} />
              </span>
            )}
            {more.map((text, index) => (
              <VisibleText key={index}>{text as string}</VisibleText>
            ))}
            {line.itemNumber && (
              <span>
                {say('sign.item-number')} <Code>{line.itemNumber}</Code>
              </span>
            )}
          </span>
        </td>
        <td className="line-schedule" data-label={say('sign.col.schedule')}>
          <ScheduleText line={line} />
        </td>
        <td className="num" data-label={say('sign.col.units')}>
          {units === null ? '–' : figures.format(units)}
        </td>
      </tr>
      {sentences.map((sentence) => (
        <tr key={sentence.text} className="line-note">
          <td />
          <td colSpan={5}>
            <LevelWord level={sentence.level} />{' '}
            {sentence.lineNumbers.length > 1 && (
              <span className="quiet">
                {say('sign.lines-together', { lines: sentence.lineNumbers.join(', ') })}{' '}
              </span>
            )}
            <VisibleText>{sentence.text}</VisibleText>
          </td>
        </tr>
      ))}
    </>
  );
}

function Figure({ value }: { readonly value: number | null }) {
  return value === null ? <span className="missing">{say('sign.missing')}</span> : figures.format(value);
}

function ScheduleText({ line }: { readonly line: OrderLine | DraftLine }) {
  if (line.schedule === null) return <span className="missing">{say('schedule.unknown')}</span>;
  return line.schedule === 'none' ? say('schedule.none') : formatSchedule(line.schedule);
}
