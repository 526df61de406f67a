import { useState } from 'react';
import type { CertificateChoice, HelperView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { TokenFault } from '../../page/token-fault';
import { tokenStepOf } from '../../page/token-step';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { Diagnosis } from './diagnosis';
import { InstallHelp } from './install-help';
import { PluggedIn } from './plugged-in';

interface TokenFormProps {
  readonly onAdded: (certificate: CertificateChoice) => void;
}

/** From “allowed?” over helper and driver to the certificate on the token, one step after the other. */
export function TokenForm({ onAdded }: TokenFormProps) {
  const { desk, tokenHelper } = useServices();
  const [helper, setHelper] = useState<HelperView | null>(null);
  const [denied, setDenied] = useState(false);
  const { busy, fault, act } = useAct();

  const ask = async () => setHelper(await desk.tokenHelper());
  const find = () => {
    // The browser asks only within the click itself, so nothing may be awaited before.
    const answer = tokenHelper.allow();
    void act(async () => {
      const granted = await answer;
      setDenied(!granted);
      if (granted) await ask();
    });
  };

  return (
    <div className="token-form">
      {helper === null && !busy && (
        <>
          <p className="prose">{say('tokens.more')}</p>
          {denied && (
            <Notice tone="caution" role="status">
              {say('token.denied')}
            </Notice>
          )}
          <div className="actions">
            <Button look="primary" onClick={find}>
              {say('tokens.find')}
            </Button>
          </div>
        </>
      )}
      {fault && <FaultNotice fault={fault} />}
      {busy && helper === null && (
        <div>
          <p className="quiet" role="status">
            {say('tokens.finding')}
          </p>
          <Bars rows={2} />
        </div>
      )}
      {helper !== null && (
        <>
          <section>
            <h3>{say('tokens.helper')}</h3>
            {helper.version !== null && (
              <p className={`level tone-${helper.fault ? 'caution' : 'good'}`}>
                <Mark tone={helper.fault ? 'caution' : 'good'} />
                <VisibleText>{say('tokens.helper-found', { version: helper.version })}</VisibleText>
              </p>
            )}
            {helper.fault && <TokenFault fault={helper.fault} atHome onLook={() => void act(ask)} />}
            {helper.fault && tokenStepOf(helper.fault.code) === 'install' && <InstallHelp />}
          </section>
          {!helper.fault && <PluggedIn modules={helper.modules} onAdded={onAdded} />}
          {helper.permitted && helper.version !== null && <Diagnosis />}
        </>
      )}
    </div>
  );
}
