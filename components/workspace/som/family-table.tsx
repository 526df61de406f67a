import type { RatioRow, RatioView } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { familyName } from './family-name';
import { ratioFigure } from './ratio-figure';
import { WideTable } from './wide-table';

/** The ten families one by one in the last 90 days, beside everything else and beside their own past. */
export function FamilyTable({ view: { all, families } }: { readonly view: RatioView }) {
  const running = families.filter(({ units }) => units.some((each) => each > 0));
  return (
    <section className="monitor-part" aria-labelledby="families">
      <h2 id="families">{say('ratios.families')}</h2>
      {running.length === 0 ? (
        <p className="quiet">{say('ratios.families-none')}</p>
      ) : (
        <WideTable label={say('ratios.families')}>
          <table className="table table-record">
            <thead>
              <tr>
                <th scope="col">{say('ratios.col.family')}</th>
                <th scope="col" className="num">
                  {say('ratios.col.units')}
                </th>
                <th scope="col" className="num">
                  {say('ratios.col.ratio')}
                </th>
                <th scope="col" className="num">
                  {say('ratios.col.growth')}
                </th>
              </tr>
            </thead>
            <tbody>
              <FamilyRow name={say('ratios.all')} row={all} />
              {running.map((row) => (
                <FamilyRow key={row.family} name={familyName(row.family)} row={row} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}

function FamilyRow({
  name,
  row: { units, ratios, growth },
}: {
  readonly name: string;
  readonly row: RatioRow;
}) {
  const ratio = ratios.at(-1) ?? null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{figure(units.at(-1) ?? 0)}</td>
      <td className="num">{ratio === null ? <NotChecked /> : ratioFigure(ratio)}</td>
      <td className="num">
        {growth === null ? <NotChecked /> : say('ratios.growth', { times: ratioFigure(growth) })}
      </td>
    </tr>
  );
}

function NotChecked() {
  return <span className="quiet">{say('ratios.not-checked')}</span>;
}
