import { useState } from 'react';
import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { Notice } from '../ui/notice';
import { useAct } from '../ui/use-act';
import { VisibleText } from '../ui/visible-text';
import { usePageServices } from './page-services';
import { tokenStepOf } from './token-step';

interface TokenFaultProps {
  readonly fault: Fault;
  /** Asks the token anew, once the person did what the sentence says. */
  readonly onLook: () => void;
  /** True where drivers and installing stand on the same page: then nothing leads there. */
  readonly atHome?: boolean;
}

/** What keeps the token from being used, and what leads on. */
export function TokenFault({ fault, onLook, atHome = false }: TokenFaultProps) {
  const { tokenHelper } = usePageServices();
  const [denied, setDenied] = useState(false);
  const { busy, fault: askFault, act } = useAct();
  const step = tokenStepOf(fault.code);

  const allow = () => {
    // The browser asks only within the click itself, so nothing may be awaited before.
    const answer = tokenHelper.allow();
    void act(async () => {
      const granted = await answer;
      setDenied(!granted);
      if (granted) onLook();
    });
  };

  return (
    <div className="token-fault">
      {/* Nothing that the law blocks: something to put right, so not in its red. */}
      <Notice tone="caution" role="alert">
        <VisibleText>{say.loose(fault.code, fault.params)}</VisibleText>
      </Notice>
      {askFault && <FaultNotice fault={askFault} />}
      {denied && (
        <Notice tone="caution" role="status">
          {say('token.denied')}
        </Notice>
      )}
      <div className="actions">
        {step === 'allow' ? (
          <Button disabled={busy} onClick={allow}>
            {say('token.allow')}
          </Button>
        ) : (
          <Button onClick={onLook}>{say('token.look-again')}</Button>
        )}
        {!atHome && (step === 'install' || step === 'driver') && (
          <a href="/workspace.html#/certificates" target="_blank" rel="noreferrer">
            {say(step === 'install' ? 'token.how-to-install' : 'token.choose-driver')}
          </a>
        )}
      </div>
    </div>
  );
}
