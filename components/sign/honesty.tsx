import { useRef, useState } from 'react';
import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { FaultNotice } from '../ui/fault-notice';
import { PasswordField } from '../ui/password-field';
import { VisibleText } from '../ui/visible-text';

interface HonestyProps {
  /** Holder of the certificate that is to sign: the acceptance is recorded for them. */
  readonly holder: string;
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** With the holder's PIN: nobody accepts in another's name. */
  readonly onAccept: (pin: string) => void;
  readonly onLater: () => void;
}

/** What the product is not (csos.md 3), read and accepted once before the first signature. */
export function Honesty({ holder, busy, fault, onAccept, onLater }: HonestyProps) {
  const [read, setRead] = useState(false);
  const [missing, setMissing] = useState(false);
  const pin = useRef<HTMLInputElement>(null);

  const accept = () => {
    const input = pin.current;
    if (!input || !read || busy) return;
    const typed = input.value;
    input.value = '';
    setMissing(typed === '');
    if (typed === '') input.focus();
    else onAccept(typed);
  };

  return (
    <section className="gate" aria-labelledby="honesty-title">
      <h1 id="honesty-title">{say('honesty.title')}</h1>
      <p>{say('honesty.intro')}</p>
      <ol className="honesty">
        {(['audit', 'module', 'decide', 'som', 'records'] as const).map((point) => (
          <li key={point}>
            <h2>{say(`honesty.${point}`)}</h2>
            <p>
              {say(`honesty.${point}-more`)} <span className="rule-ref">{say(`honesty.${point}-rule`)}</span>
            </p>
          </li>
        ))}
      </ol>
      <Check checked={read} onChange={setRead}>
        {say('honesty.check')}
      </Check>
      <div className="honesty-pin">
        <PasswordField
          ref={pin}
          label={say('honesty.pin', { name: holder })}
          error={missing ? say('honesty.pin-missing', { name: holder }) : null}
          onEnter={accept}
        />
      </div>
      {fault && <FaultNotice fault={fault} />}
      <p className="quiet small">
        {say('honesty.recorded')} <VisibleText>{holder}</VisibleText>
        {'. '}
        {say('honesty.version-line', { version: say('honesty.version') })}
      </p>
      <div className="actions">
        <Button look="primary" disabled={!read || busy} onClick={accept}>
          {say('honesty.accept')}
        </Button>
        <Button onClick={onLater}>{say('honesty.later')}</Button>
      </div>
    </section>
  );
}
