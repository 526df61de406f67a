import type { RatioView } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { familyName } from './family-name';
import { WideTable } from './wide-table';

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
const share = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : percent.format(value);

/** Strengths that are diverted most (oxycodone 15 and 30 mg, alprazolam 2 mg) within their substance. */
export function StrengthTable({ view: { strengths } }: { readonly view: RatioView }) {
  const running = strengths.filter(({ units }) => units.some((each) => each > 0));
  return (
    <section className="monitor-part" aria-labelledby="strengths">
      <h2 id="strengths">{say('ratios.strengths')}</h2>
      <p className="quiet prose">{say('ratios.strengths-explain')}</p>
      {running.length === 0 ? (
        <p className="quiet">{say('ratios.strengths-none')}</p>
      ) : (
        <WideTable label={say('ratios.strengths')}>
          <table className="table table-record">
            <thead>
              <tr>
                <th scope="col">{say('ratios.col.family')}</th>
                <th scope="col">{say('ratios.col.strengths')}</th>
                <th scope="col" className="num">
                  {say('ratios.col.units')}
                </th>
                <th scope="col" className="num">
                  {say('ratios.col.share')}
                </th>
                <th scope="col" className="num">
                  {say('ratios.col.share-before')}
                </th>
              </tr>
            </thead>
            <tbody>
              {running.map(({ family, strengthsMg, units, shares }) => (
                <tr key={family}>
                  <th scope="row">{familyName(family)}</th>
                  <td className="nowrap">{say('ratios.strength', { strengths: strengthsMg.join(', ') })}</td>
                  <td className="num">{figure(units.at(-1) ?? 0)}</td>
                  <td className="num">{share(shares.at(-1))}</td>
                  <td className="num">{share(shares.at(-2))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}
