import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { useLoaded } from '../../ui/use-loaded';
import { Page } from '../page';
import { StepBody } from './step-body';
import { isSetupPart, setupParts } from './setup-parts';

/** From install to the first order, in steps that can be left and resumed: what is done is read from the archive. */
export function SetupPage({ step }: { readonly step?: string | undefined }) {
  const { desk } = useServices();
  const [, navigate] = useLocation();
  const { reload, ...found } = useLoaded(useCallback(() => desk.setupMissing(), [desk]));

  if (found.phase === 'loading')
    return (
      <Page title={say('setup.title')}>
        <Bars rows={6} />
      </Page>
    );
  if (found.phase === 'failed')
    return (
      <Page title={say('setup.title')}>
        <FaultNotice fault={found.fault} />
      </Page>
    );

  const missing: readonly string[] = found.value;
  const begun = !missing.includes('registrant');
  const first = begun ? (setupParts.find((part) => missing.includes(part)) ?? 'history') : 'nature';
  const here = isSetupPart(step) ? step : first;
  const next = setupParts[setupParts.indexOf(here) + 1];
  const isDone = (part: string) =>
    part === 'nature' ? begun : part !== 'history' && !missing.includes(part);
  const goOn = () => {
    reload();
    navigate(next ? `/setup/${next}` : '/');
  };

  return (
    <Page title={say('setup.title')} lead={missing.length === 0 ? say('setup.whole') : say('setup.resume')}>
      <div className="setup">
        <ol className="setup-steps">
          {setupParts.map((part, index) => (
            <li key={part}>
              <Link href={`/setup/${part}`} aria-current={part === here ? 'step' : undefined}>
                <span className="setup-number">{isDone(part) ? <Mark tone="good" /> : index + 1}</span>
                {say(`setup.step.${part}`)}
                {isDone(part) && <span className="visually-hidden">{say('setup.done')}</span>}
              </Link>
            </li>
          ))}
        </ol>
        <section className="setup-body" aria-labelledby="step-title">
          <h2 id="step-title">{say(`setup.${here}.title`)}</h2>
          <p className="quiet prose">{say(`setup.${here}.more`)}</p>
          <StepBody key={here} part={here} onDone={reload} onNext={goOn} />
          {here !== 'nature' && (
            <div className="actions setup-next">
              <Button look={isDone(here) ? 'primary' : 'plain'} onClick={goOn}>
                {next ? (isDone(here) ? say('setup.next') : say('setup.later')) : say('setup.finish')}
              </Button>
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}
