import { formatSchedule } from '@/lib/base';
import type { LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';
import { VisibleText } from '../../ui/visible-text';
import { ItemText } from '../item-text';

/** What was ordered, shipped, received and may still come of each line, in packages. */
export function OrderLines({ lines }: { readonly lines: readonly LineState[] }) {
  return (
    <section className="order-lines" aria-labelledby="lines-title">
      <h2 id="lines-title">{say('orders.lines')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {say('sign.col.line')}
            </th>
            <th scope="col">{say('sign.col.item')}</th>
            <th scope="col">{say('sign.col.schedule')}</th>
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
              {say('orders.col.received')}
            </th>
            <th scope="col" className="num">
              {say('orders.col.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, ordered, shipped, received, voided, cut, balance }) => (
            <tr key={line.lineNumber} className={voided ? 'line-voided' : undefined}>
              <td className="num quiet">{line.lineNumber}</td>
              <td>
                <ItemText line={line} />
                {voided && (
                  <span className="level line-void-word tone-stop">
                    <Mark tone="stop" />
                    {say('orders.line.voided')}
                  </span>
                )}
                {cut !== undefined && (
                  <p className="quiet small">
                    <VisibleText>{say('orders.line.cut', { words: cut })}</VisibleText>
                  </p>
                )}
              </td>
              <td className="nowrap">
                {line.schedule === null
                  ? say('schedule.unknown')
                  : line.schedule === 'none'
                    ? say('schedule.none')
                    : formatSchedule(line.schedule)}
              </td>
              <td className="num">{line.packageSize ?? '–'}</td>
              <td className="num">{ordered}</td>
              <td className="num">{shipped ?? '–'}</td>
              <td className="num">
                <strong>{received}</strong>
              </td>
              <td className="num">{balance === 0 ? '–' : balance}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
