import type { LineQuantity, OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { ItemText } from '../item-text';

interface RecordLinesProps {
  readonly state: OrderState;
  readonly lines: readonly LineQuantity[];
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
