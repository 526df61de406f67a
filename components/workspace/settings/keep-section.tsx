import { useState } from 'react';
import type { RetentionView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';

interface KeepProps {
  readonly retention: RetentionView;
  readonly onChanged: () => void;
}

/** How long each location's records are kept: states differ, and a pharmacy may have locations in several. */
export function KeepSection({ retention, onChanged }: KeepProps) {
  const { years, locations } = retention;
  if (locations.length === 0) return null;
  return (
    <section>
      <h2>{say('keep.title')}</h2>
      <p className="quiet prose">
        {say('keep.explain')} <span className="rule-ref">{say('rule.retention')}</span>
      </p>
      <ul className="locations">
        {locations.map((location) => (
          <li key={location.deaNumber}>
            <strong>
              <VisibleText>{location.name}</VisibleText>
            </strong>
            <span className="quiet">
              {location.years === null
                ? say('keep.as-all', { count: years })
                : say('keep.own', { count: location.years })}
            </span>
            <span className="person-acts">
              <AskInDialog
                label={say('keep.change')}
                of={say('keep.change-of', { name: location.name })}
                title={say('keep.title')}
              >
                {(close) => (
                  <KeepForm
                    location={location}
                    onDone={() => {
                      close();
                      onChanged();
                    }}
                    onCancel={close}
                  />
                )}
              </AskInDialog>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface KeepFormProps {
  readonly location: RetentionView['locations'][number];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function KeepForm({ location, onDone, onCancel }: KeepFormProps) {
  const { desk } = useServices();
  const [typed, setTyped] = useState(location.years === null ? '' : String(location.years));
  return (
    <ActForm
      label={say('keep.save')}
      check={() => true}
      onAct={(by) =>
        desk.saveRetention({
          ...by,
          registrant: location.deaNumber,
          years: typed.trim() === '' ? null : Number(typed),
        })
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        label={say('keep.years', { name: location.name })}
        hint={say('keep.years-hint')}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
      />
    </ActForm>
  );
}
