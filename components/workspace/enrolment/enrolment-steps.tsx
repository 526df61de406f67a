import type { EnrolmentView } from '@/lib/desk';
import { assumedSteps } from '@/lib/people';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { formatMoment } from '../../ui/format-moment';
import { Mark } from '../../ui/mark';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';

interface EnrolmentStepsProps {
  readonly list: EnrolmentView;
  readonly zone: string;
  readonly onChanged: () => void;
}

/** One checklist. What shows by itself can't be ticked. */
export function EnrolmentSteps({ list, zone, onChanged }: EnrolmentStepsProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const { kind, about, personName: name, registrantName, validUntil, steps } = list;
  const tick = (step: EnrolmentView['steps'][number]['step'], done: boolean) =>
    act(async () => {
      await desk.tickStep({ step, about, done });
      await send('archive.changed', {});
      onChanged();
    });
  return (
    <section>
      <h2>
        <VisibleText>
          {kind === 'first' || validUntil === null
            ? say('enrolment.first', { name })
            : say('enrolment.renewal', { name, date: formatDay(validUntil) })}
        </VisibleText>
      </h2>
      {registrantName !== null && (
        <p className="quiet">
          <VisibleText>{registrantName}</VisibleText>
        </p>
      )}
      <ol className="steps">
        {steps.map(({ step, state, derived, note }) => (
          <li
            key={step}
            className={state === 'next' ? 'step-next' : undefined}
            aria-current={state === 'next' ? 'step' : undefined}
          >
            {derived ? (
              <span className="step">
                <Mark tone={state === 'done' ? 'good' : 'unchecked'} /> {say(`enrolment.step.${step}`)}
              </span>
            ) : (
              <Check checked={state === 'done'} disabled={busy} onChange={(done) => void tick(step, done)}>
                {say(`enrolment.step.${step}`)}
              </Check>
            )}
            <span className="quiet small">
              {assumedSteps.has(step) && state !== 'done' && say('enrolment.is-assumed')}
              {derived && state !== 'done' && say('enrolment.derived')}
              {note && say('enrolment.ticked', { name: note.who, moment: formatMoment(note.at, zone) })}
            </span>
          </li>
        ))}
      </ol>
      {fault && <FaultNotice fault={fault} />}
    </section>
  );
}
