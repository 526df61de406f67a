import type { DueView } from '@/lib/desk';
import { say } from '@/lib/words/light';
import type { DueTarget } from '../ui/due-action';
import { byUrgency } from '../ui/due-order';
import { DueRow } from '../ui/due-row';
import { Mark } from '../ui/mark';

interface DueSectionsProps {
  readonly view: DueView;
  /** Something above is the surface's one primary action already. */
  readonly primaryTaken: boolean;
  readonly onGo: (target: DueTarget) => void;
}

/**
 * What is due, most urgent first, what waits for the signer, and what is only coming or was put off. The first of all is the
 * primary action; the first two together are as many as the badge says.
 */
export function DueSections({ view, primaryTaken, onGo }: DueSectionsProps) {
  const sorted = view.items.toSorted(byUrgency);
  const due = sorted.filter(({ key }) => view.summary.due.includes(key));
  const duties = due.filter(({ kind }) => kind !== 'sign');
  const toSign = due.filter(({ kind }) => kind === 'sign');
  const later = sorted.filter((item) => !due.includes(item));
  const sections = [
    { title: say('popup.due', { count: duties.length }), items: duties, leads: true },
    { title: say('popup.ready', { count: toSign.length }), items: toSign, leads: duties.length === 0 },
    { title: say('popup.later', { count: later.length }), items: later, leads: false },
  ].filter((section) => section.items.length > 0);

  return (
    <>
      {due.length === 0 && (
        <section className="popup-section popup-empty">
          <p className="level">
            <Mark tone="good" />
            {say('ui.nothing-due')}
          </p>
          <p className="quiet">{say('ui.nothing-due-more')}</p>
        </section>
      )}
      {sections.map((section) => (
        <section key={section.title} className="popup-section">
          <h2>{section.title}</h2>
          <ul>
            {section.items.map((item, index) => (
              <DueRow
                key={item.key}
                item={item}
                today={view.today}
                primary={!primaryTaken && section.leads && index === 0}
                onGo={onGo}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
