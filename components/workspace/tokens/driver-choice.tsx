import { useState } from 'react';
import type { HostModule } from '@/lib/host';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';

interface DriverChoiceProps {
  readonly modules: readonly HostModule[];
  readonly busy: boolean;
  readonly onChosen: (path: string) => void;
}

/** Not a path, so that no module can be called it. */
const OTHER = '';

/** Which PKCS #11 module reaches the token: those that were found, or one by its path. */
export function DriverChoice({ modules, busy, onChosen }: DriverChoiceProps) {
  const found = modules.filter((module) => module.found);
  const absent = modules.filter((module) => !module.found);
  const [chosen, setChosen] = useState(found[0]?.path ?? OTHER);
  const [path, setPath] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = chosen === OTHER && path.trim() === '';

  const choose = () => {
    setAsked(true);
    if (!busy && !isMissing) onChosen(chosen === OTHER ? path.trim() : chosen);
  };

  return (
    <section className="form">
      <fieldset className="drivers">
        <legend>
          <h3>{say('tokens.driver')}</h3>
        </legend>
        <p className="quiet">{say(found.length > 0 ? 'tokens.driver-hint' : 'tokens.driver-none')}</p>
        {found.length > 0 &&
          [...found, { name: say('tokens.driver-other'), path: OTHER }].map((module) => (
            <label key={module.path} className="choice">
              <input
                type="radio"
                name="driver"
                checked={chosen === module.path}
                onChange={() => setChosen(module.path)}
              />
              <span className="item">
                <VisibleText>{module.name}</VisibleText>
                {module.path !== OTHER && (
                  <span className="quiet small code-long">
                    <VisibleText>{module.path}</VisibleText>
                  </span>
                )}
              </span>
            </label>
          ))}
      </fieldset>
      {chosen === OTHER && (
        <TextField
          code
          label={say('tokens.driver-path')}
          hint={say('tokens.driver-path-hint')}
          value={path}
          error={asked && isMissing ? say('tokens.driver-path-missing') : null}
          onChange={setPath}
          onKeyDown={(event) => event.key === 'Enter' && choose()}
        />
      )}
      {absent.length > 0 && (
        <p className="quiet small">
          {say('tokens.drivers-absent', { names: absent.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={choose}>
          {say('tokens.show')}
        </Button>
      </div>
    </section>
  );
}
