import type { SomSubstanceView } from '@/lib/desk';
import { say } from '@/lib/words';
import { formatDay } from '../../ui/format-day';
import { LevelWord } from '../../ui/level-word';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { historyWords } from './history-words';

/** How the last order day compares, what that rests on, and the figures behind it. */
export function LastOrder({ view: { name, last, picture, today } }: { readonly view: SomSubstanceView }) {
  if (!last) return <Notice tone="information">{say('monitoring.never', { substance: name })}</Notice>;
  return (
    <section className="monitor-part" aria-labelledby="last-order">
      <h2 id="last-order">{say('monitoring.last-title')}</h2>
      <p className="monitor-said">
        <LevelWord level={last.level} />{' '}
        <span className="quiet">{say('monitoring.last-on', { date: formatDay(last.date, today) })}</span>
        <br />
        <VisibleText>{last.sentence}</VisibleText>
      </p>
      <p className="quiet">
        {say('monitoring.rests-on')} {historyWords(picture.history)}.{' '}
        {say(`monitoring.confidence.${picture.confidence}`)}.
      </p>
      {last.components.length > 0 && (
        <details>
          <summary>{say('monitoring.components')}</summary>
          <p className="quiet prose">
            {say('monitoring.components-explain')}{' '}
            <VisibleText>{say('monitoring.rules', { version: last.ruleVersion })}</VisibleText>
          </p>
          <table className="table table-record">
            <thead>
              <tr>
                <th scope="col">{say('monitoring.col.component')}</th>
                <th scope="col" className="num">
                  {say('monitoring.col.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {last.components.map(({ component, strength }) => (
                <tr key={component}>
                  <th scope="row">{say(`monitoring.component.${component}`)}</th>
                  <td className="num">{shareWords(strength)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

/** The calibration ends at one order in a thousand; beyond about ten thousand a figure would only pretend. */
const MOST = 10_000;

function shareWords(strength: number): string {
  const one = Math.min(MOST, 10 ** strength);
  if (one < 2) return say('monitoring.share-usual');
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(one)) - 1);
  return say('monitoring.share', { count: Math.round(one / digits) * digits });
}
