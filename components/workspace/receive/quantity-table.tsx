import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Fault } from '@/lib/base';
import type { LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';
import { ItemText } from '../item-text';
import { Difference } from './difference';
import type { Entries } from './read-receipt';

interface QuantityTableProps {
  readonly lines: readonly LineState[];
  readonly entries: Entries;
  readonly faults: Readonly<Record<number, Fault>>;
  readonly onChange: (lineNumber: number, text: string) => void;
  /** Enter in the last box. */
  readonly onDone: () => void;
}

/** One row a line. Enter and the arrow keys go from box to box, so that counting needs no mouse. */
export function QuantityTable({ lines, entries, faults, onChange, onDone }: QuantityTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const boxes = () => [...(table.current?.querySelectorAll('input') ?? [])];
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
        </tr>
      </thead>
      <tbody>
        {lines.map((state) => {
          const { line, ordered, shipped, received } = state;
          const fault = faults[line.lineNumber];
          return (
            <tr key={line.lineNumber}>
              <td className="num quiet">{line.lineNumber}</td>
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
                  aria-label={say('receive.quantity', { line: line.lineNumber, name: line.name })}
                  aria-invalid={fault ? true : undefined}
                  value={entries[line.lineNumber] ?? ''}
                  onChange={(event) => onChange(line.lineNumber, event.target.value)}
                  onKeyDown={move}
                />
                {fault ? (
                  <span className="field-error small">
                    <Mark tone="stop" />
                    {say('receive.not-a-number')}
                  </span>
                ) : (
                  <Difference state={state} text={entries[line.lineNumber] ?? ''} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
