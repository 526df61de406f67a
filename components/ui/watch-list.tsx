import type { DueView } from '@/lib/desk';
import { say } from '@/lib/words/light';
import { LevelWord } from './level-word';
import { MonthBars } from './month-bars';
import { VisibleText } from './visible-text';

/** Substances whose running volume is out of the usual, most severe first. */
export function WatchList({ watch }: { readonly watch: DueView['watch'] }) {
  return (
    <section className="watch-section">
      <h2>{say('popup.watch')}</h2>
      <ul className="watch">
        {watch.map((entry) => (
          <li key={`${entry.substance} ${entry.sentence}`}>
            <span>
              <LevelWord level={entry.level} /> <VisibleText>{entry.sentence}</VisibleText>
              {entry.limit && entry.limit.step !== 'below' && (
                <span className="watch-limit">
                  {say('popup.watch-limit', { share: Math.round(100 * entry.limit.share) })}
                </span>
              )}
            </span>
            {entry.months && (
              <MonthBars
                units={entry.months}
                label={say('popup.watch-months', { units: entry.months.join(', ') })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
