import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';
import { VisibleText } from '../ui/visible-text';
import { AsTable } from './as-table';
import { figure } from './figures';
import type { Layer } from './layers';
import { monthWords } from './month-words';

interface MonthTableProps {
  readonly picture: SubstancePicture;
  readonly layers: readonly Layer[];
  readonly caption: string;
}

/** The figures of the bars, a row a month; the running one last, as in the picture. */
export function MonthTable({ picture: { months, candidate }, layers, caption }: MonthTableProps) {
  return (
    <AsTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{say('chart.col.month')}</th>
          {layers.map(({ key, name }) => (
            <th key={key} scope="col" className="num">
              <VisibleText>{name}</VisibleText>
            </th>
          ))}
          {candidate && (
            <th scope="col" className="num">
              {say('chart.col.candidate')}
            </th>
          )}
          <th scope="col" className="num">
            {say('chart.col.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((month, at) => {
          const isLast = at === months.length - 1;
          const asked = isLast && candidate ? candidate.units : 0;
          const { long } = monthWords(month.month);
          return (
            <tr key={month.month}>
              <th scope="row">{isLast ? say('chart.running', { month: long }) : long}</th>
              {layers.map((layer) => (
                <td key={layer.key} className="num">
                  {figure(layer.unitsIn(month))}
                </td>
              ))}
              {candidate && <td className="num">{asked > 0 ? figure(asked) : '–'}</td>}
              <td className="num">{figure(month.total + asked)}</td>
            </tr>
          );
        })}
      </tbody>
    </AsTable>
  );
}
