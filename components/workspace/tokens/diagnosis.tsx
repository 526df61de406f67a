import { useState } from 'react';
import { Copy } from 'lucide-react';
import type { HelperDiagnosis } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';

type Check = HelperDiagnosis['checks'][number];

const wordOf = ({ ok }: Check) => say(ok ? 'tokens.check-ok' : 'tokens.check-failed');

/** What the helper finds in order on this computer and what not, to read and to hand on. */
export function Diagnosis() {
  const { desk } = useServices();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [copied, setCopied] = useState(false);
  const { busy, fault, act } = useAct();

  const diagnose = () =>
    act(async () => {
      setCopied(false);
      setChecks((await desk.diagnoseHelper()).checks);
    });
  const copy = (all: readonly Check[]) =>
    act(async () => {
      const lines = all.map((check) => `${check.check}: ${wordOf(check)}. ${check.detail}`);
      await navigator.clipboard.writeText(lines.join('\n'));
      setCopied(true);
    });

  return (
    <section className="diagnosis">
      <div className="actions">
        <Button look="quiet" disabled={busy} onClick={() => void diagnose()}>
          {busy && checks === null ? say('tokens.diagnosing') : say('tokens.diagnose')}
        </Button>
      </div>
      {fault && <FaultNotice fault={fault} />}
      {checks !== null && (
        <>
          <h3>{say('tokens.diagnosis')}</h3>
          <ul className="checks">
            {checks.map((check, index) => (
              <li key={index}>
                <span className={`level tone-${check.ok ? 'good' : 'caution'}`}>
                  <Mark tone={check.ok ? 'good' : 'caution'} />
                  <VisibleText>{check.check}</VisibleText>
                  <span className="visually-hidden">{wordOf(check)}</span>
                </span>
                <span className="quiet">
                  <VisibleText>{check.detail}</VisibleText>
                </span>
              </li>
            ))}
          </ul>
          <div className="actions">
            <Button icon={<Copy size={16} aria-hidden="true" />} onClick={() => void copy(checks)}>
              {say('tokens.copy')}
            </Button>
            <span role="status">{copied && say('tokens.copied')}</span>
          </div>
        </>
      )}
    </section>
  );
}
