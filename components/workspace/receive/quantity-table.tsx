import './receive.css';
import { Fragment, useEffect, useRef, type KeyboardEvent } from 'react';
import type { Fault } from '@/lib/base';
import { discrepancies, type LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';
import { Button } from '../../ui/button';
import { ItemText } from '../item-text';
import { DetailFields } from './detail-fields';
import { Difference } from './difference';
import { emptyLot, noDetails, type Details, type LineDetails } from './line-details';
import type { Entries } from './read-receipt';

interface QuantityTableProps {
  readonly lines: readonly LineState[];
  readonly entries: Entries;
  readonly faults: Readonly<Record<number, Fault>>;
  readonly details: Details;
  readonly onChange: (lineNumber: number, text: string) => void;
  readonly onDetails: (lineNumber: number, details: LineDetails) => void;
  /** Enter in the last box. */
  readonly onDone: () => void;
}

/** One row a line. Enter and the arrow keys go from box to box, so that counting needs no mouse. */
export function QuantityTable({
  lines,
  entries,
  faults,
  details,
  onChange,
  onDetails,
  onDone,
}: QuantityTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const boxes = () => [...(table.current?.querySelectorAll<HTMLInputElement>('.quantity input') ?? [])];
  useEffect(() => boxes()[0]?.focus(), []);

  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = boxes();
    const next = all[all.indexOf(event.currentTarget) + step];
    if (next) next.focus();
    else if (event.key === 'Enter') onDone();
    next?.select();
  };

  return (
    <table className="table" ref={table}>
      <caption className="visually-hidden">{say('receive.table')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num">
            {say('sign.col.line')}
          </th>
          <th scope="col">{say('sign.col.item')}</th>
          <th scope="col" className="num">
            {say('sign.col.size')}
          </th>
          <th scope="col" className="num">
            {say('orders.col.ordered')}
          </th>
          <th scope="col" className="num">
            {say('orders.col.shipped')}
          </th>
          <th scope="col" className="num">
            {say('receive.col.before')}
          </th>
          <th scope="col">{say('receive.col.now')}</th>
          <th scope="col">{say('receive.col.problem')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((state) => {
          const { line, ordered, shipped, received } = state;
          const { lineNumber, name } = line;
          const fault = faults[lineNumber];
          const said = details[lineNumber] ?? noDetails;
          const isDetailed = said.discrepancy !== 'none' || said.lots.length > 0;
          return (
            <Fragment key={lineNumber}>
              <tr className={isDetailed ? 'row-detailed' : undefined}>
                <td className="num quiet">{lineNumber}</td>
                <td>
                  <ItemText line={line} />
                </td>
                <td className="num">{line.packageSize ?? '–'}</td>
                <td className="num">{ordered}</td>
                <td className="num">{shipped ?? '–'}</td>
                <td className="num">{received === 0 ? '–' : received}</td>
                <td className="quantity">
                  <input
                    className="input"
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={say('receive.quantity', { line: lineNumber, name })}
                    aria-invalid={fault ? true : undefined}
                    value={entries[lineNumber] ?? ''}
                    onChange={(event) => onChange(lineNumber, event.target.value)}
                    onKeyDown={move}
                  />
                  {fault ? (
                    <span className="field-error small">
                      <Mark tone="stop" />
                      {say('receive.not-a-number')}
                    </span>
                  ) : (
                    <Difference state={state} text={entries[lineNumber] ?? ''} />
                  )}
                </td>
                <td className="problem">
                  <select
                    className="input"
                    aria-label={say('receive.problem', { line: lineNumber, name })}
                    value={said.discrepancy}
                    onChange={(event) =>
                      onDetails(lineNumber, {
                        ...said,
                        discrepancy: event.target.value as LineDetails['discrepancy'],
                      })
                    }
                  >
                    {(['none', ...discrepancies] as const).map((value) => (
                      <option key={value} value={value}>
                        {say(`receive.problem.${value}`)}
                      </option>
                    ))}
                  </select>
                  <Button
                    look="quiet"
                    aria-label={say('receive.lot.add-to', { line: lineNumber, name })}
                    onClick={() => onDetails(lineNumber, { ...said, lots: [...said.lots, emptyLot] })}
                  >
                    {say('receive.lot.add')}
                  </Button>
                </td>
              </tr>
              {isDetailed && (
                <tr>
                  <td className="num" />
                  <td colSpan={7}>
                    <DetailFields
                      lineNumber={lineNumber}
                      details={said}
                      asked={fault !== undefined}
                      onChange={(next) => onDetails(lineNumber, next)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
