import type { OrderState, ReceivedLine } from '@/lib/order';
import { say } from '@/lib/words';
import { formatDay } from '../../ui/format-day';
import { VisibleText } from '../../ui/visible-text';
import { ItemText } from '../item-text';

interface RecordLinesProps {
  readonly state: OrderState;
  readonly lines: readonly ReceivedLine[];
}

/** The lines of a receipt; those that it says nothing about stand too, so that none is forgotten by accident. */
export function RecordLines({ state, lines }: RecordLinesProps) {
  return (
    <table className="table table-record">
      <thead>
        <tr>
          <th scope="col" className="num">
            {say('sign.col.line')}
          </th>
          <th scope="col">{say('sign.col.item')}</th>
          <th scope="col" className="num">
            {say('receive.col.received')}
          </th>
        </tr>
      </thead>
      <tbody>
        {state.lines.map(({ line }) => {
          const entered = lines.find(({ lineNumber }) => lineNumber === line.lineNumber);
          return (
            <tr key={line.lineNumber}>
              <td className="num quiet">{line.lineNumber}</td>
              <td>
                <ItemText line={line} />
                {entered && <Details line={entered} />}
              </td>
              <td className="num nowrap">
                {entered ? (
                  <strong>{say('unit.packages', { count: entered.packages })}</strong>
                ) : (
                  <span className="quiet">{say('receive.not-now')}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The problem and the lots of one line, in the words of the record. */
function Details({ line: { discrepancy, note, lots } }: { readonly line: ReceivedLine }) {
  const unknown = say('receive.lot.unknown');
  if (!discrepancy && !lots?.length) return null;
  return (
    <span className="record-details">
      {discrepancy && (
        <span>
          <strong>{say(`receive.problem.${discrepancy}`)}</strong>
          {note && (
            <>
              {': '}
              <VisibleText>{note}</VisibleText>
            </>
          )}
        </span>
      )}
      {lots?.map(({ lot, expiry, packages: count }, index) => (
        <VisibleText key={index}>
          {say('receive.lot.said', {
            count,
            lot: lot ?? unknown,
            expiry: expiry === null ? unknown : formatDay(expiry),
          })}
        </VisibleText>
      ))}
    </span>
  );
}
