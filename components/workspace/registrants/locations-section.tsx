import type { LocationView } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { VisibleText } from '../../ui/visible-text';
import { LocationForm } from './location-form';
import { useChooseLocation } from './use-choose-location';

interface LocationsSectionProps {
  readonly locations: readonly LocationView[];
  readonly onChanged: () => void;
}

/** The pharmacy's registered locations, and which one this computer works for. */
export function LocationsSection({ locations, onChanged }: LocationsSectionProps) {
  const { busy, fault, choose } = useChooseLocation();
  const finished = (close: () => void) => () => {
    close();
    onChanged();
  };
  return (
    <section>
      <h2>{say('location.title')}</h2>
      <p className="quiet prose">{say('location.explain')}</p>
      <ul className="locations">
        {locations.map((location) => (
          <li key={location.deaNumber}>
            <strong>
              <VisibleText>{location.name}</VisibleText>
            </strong>
            <Code>{location.deaNumber}</Code>
            <span className="quiet">
              {say('location.certificates', { count: location.certificates })}
              {' · '}
              {say('location.suppliers', { count: location.suppliers })}
            </span>
            <span className="person-acts">
              {location.isChosen ? (
                <span className="level">
                  <Mark tone="good" />
                  {say('location.here')}
                </span>
              ) : (
                <Button disabled={busy} onClick={() => void choose(location.deaNumber)}>
                  {say('location.choose', { name: location.name })}
                </Button>
              )}
              <AskInDialog
                label={say('location.change-short')}
                of={say('location.change', { name: location.name })}
                title={say('location.change', { name: location.name })}
              >
                {(close) => <LocationForm location={location} onDone={finished(close)} onCancel={close} />}
              </AskInDialog>
            </span>
          </li>
        ))}
      </ul>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <AskInDialog label={say('location.add')} look="plain" title={say('location.add')}>
          {(close) => <LocationForm location={null} onDone={finished(close)} onCancel={close} />}
        </AskInDialog>
      </div>
    </section>
  );
}
