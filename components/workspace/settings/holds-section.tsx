import { useCallback } from 'react';
import type { HoldView, RetentionView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatMoment } from '../../ui/format-moment';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { LiftForm } from './lift-form';
import { PlaceHoldForm } from './place-hold-form';

interface HoldsProps {
  readonly retention: RetentionView;
  readonly onChanged: () => void;
}

/** What is kept for a court or an inspector. Each hold is lifted by itself, by somebody who has it before their eyes. */
export function HoldsSection({ retention, onChanged }: HoldsProps) {
  const { desk } = useServices();
  const found = useLoaded(useCallback(async () => (await desk.registrant())?.zone ?? 'UTC', [desk]));
  const zone = found.phase === 'ready' ? found.value : 'UTC';
  const finished = (close: () => void) => () => {
    close();
    onChanged();
  };
  return (
    <section>
      <h2>{say('hold.title')}</h2>
      <p className="quiet prose">{say('hold.explain')}</p>
      {retention.holds.length === 0 ? (
        <p>{say('hold.none')}</p>
      ) : (
        <ul className="locations">
          {retention.holds.map((hold) => (
            <li key={hold.id}>
              <strong>
                <VisibleText>{hold.registrantName ?? say('hold.all')}</VisibleText>
              </strong>
              <span>
                <VisibleText>{reasonOf(hold)}</VisibleText>
              </span>
              <span className="quiet">
                <VisibleText>
                  {say('hold.by', { at: formatMoment(hold.since, zone), name: hold.by })}
                </VisibleText>
              </span>
              <span className="person-acts">
                <AskInDialog
                  label={say('hold.lift')}
                  of={say('hold.lift-of', { reason: reasonOf(hold) })}
                  title={say('hold.lift-title')}
                >
                  {(close) => <LiftForm hold={hold} onDone={finished(close)} onCancel={close} />}
                </AskInDialog>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <AskInDialog label={say('hold.place')} look="plain" title={say('hold.place')}>
          {(close) => (
            <PlaceHoldForm locations={retention.locations} onDone={finished(close)} onCancel={close} />
          )}
        </AskInDialog>
      </div>
    </section>
  );
}

function reasonOf({ reason }: HoldView): string {
  return reason === '' ? say('hold.unnamed') : reason;
}
