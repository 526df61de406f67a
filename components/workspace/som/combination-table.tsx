import type { RatioView } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { formatDay } from '../../ui/format-day';
import { WideTable } from './wide-table';

/** Opioids, benzodiazepines and carisoprodol side by side, block by block. */
export function CombinationTable({ view: { blocks, combination } }: { readonly view: RatioView }) {
  const { opioid, benzodiazepine, carisoprodol, days } = combination;
  const columns = [
    ['ratios.col.opioid', opioid],
    ['ratios.col.benzodiazepine', benzodiazepine],
    ['ratios.col.carisoprodol', carisoprodol],
    ['ratios.col.all-three', days],
  ] as const;
  return (
    <section className="monitor-part" aria-labelledby="combination">
      <h2 id="combination">{say('ratios.combination')}</h2>
      <p className="quiet prose">{say('ratios.combination-explain')}</p>
      <WideTable label={say('ratios.combination')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('ratios.col.block')}</th>
              {columns.map(([key]) => (
                <th key={key} scope="col" className="num">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.map(({ from, to }, at) => (
              <tr key={from}>
                <th scope="row">{say('ratios.block', { from: formatDay(from), to: formatDay(to) })}</th>
                {columns.map(([key, values]) => (
                  <td key={key} className="num">
                    {figure(values[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
