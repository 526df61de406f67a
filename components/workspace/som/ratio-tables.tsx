import type { RatioBlock, RatioView } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { monthWords } from '../../chart/month-words';
import { TrendLines } from '../../chart/trend-lines';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { CombinationTable } from './combination-table';
import { FamilyTable } from './family-table';
import { StrengthTable } from './strength-table';
import { ratioFigure } from './ratio-figure';

/** A block as it stands on an axis: its last day. */
const lastDay = ({ to }: RatioBlock) => formatDay(to).replace(/^\w+ /, '');

/** What the ratios say, the ten families together first; what isn't checked says why. */
export function RatioTables({ view }: { readonly view: RatioView }) {
  const { gaps, source, blocks, all, mme } = view;
  const known = all.ratios.some((ratio) => ratio !== null);
  return (
    <>
      <p className="quiet">{say(`ratios.source.${source}`)}</p>
      {gaps.length > 0 && (
        <Notice tone="unchecked" title={say('ratios.not-checked')}>
          {gaps.map((gap) => (
            <p key={gap}>{say(`ratios.unchecked.${gap}`)}</p>
          ))}
        </Notice>
      )}
      {!gaps.includes('no-figures') && (
        <>
          <section className="monitor-part">
            <TrendLines
              title={say(known ? 'ratios.all-title' : 'ratios.all-units')}
              points={blocks.map((block, at) => ({
                label: lastDay(block),
                value: (known ? all.ratios[at] : all.units[at]) ?? null,
              }))}
              unit={say(known ? 'ratios.col.ratio' : 'ratios.col.units')}
              format={known ? ratioFigure : figure}
            />
          </section>
          <FamilyTable view={view} />
          <StrengthTable view={view} />
          <CombinationTable view={view} />
          <section className="monitor-part">
            <TrendLines
              title={say('ratios.mme')}
              points={mme.months.map(({ month, mme: value }) => ({
                label: `${monthWords(month).short} ${month.slice(2, 4)}`,
                value,
              }))}
              unit={say('ratios.mme-unit')}
              format={figure}
            />
            <p className="quiet small">
              {say('ratios.mme-source')}{' '}
              {mme.left.length > 0 && (
                <VisibleText>{say('ratios.mme-left', { names: mme.left.join(', ') })}</VisibleText>
              )}
            </p>
          </section>
        </>
      )}
    </>
  );
}
