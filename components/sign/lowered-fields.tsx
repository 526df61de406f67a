import { limits } from '@/lib/base';
import type { LoweredView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';
import type { UseReasons } from './use-reasons';

interface LoweredFieldsProps {
  readonly lowered: readonly LoweredView[];
  readonly use: UseReasons;
}

/** Less than was shown as unusual shortly before: both quantities, and why. Kept with the order; nobody is reproached. */
export function LoweredFields({ lowered, use }: LoweredFieldsProps) {
  const { reasons, lack, set, loweredField } = use;
  return (
    <div className="reason">
      <Notice tone="information" title={say('sign-som.lowered.title')}>
        {lowered.map(({ code, sentence }) => (
          <p key={code}>
            <VisibleText>{sentence}</VisibleText>
          </p>
        ))}
      </Notice>
      <Field
        label={say('sign-som.lowered.why')}
        hint={say('sign-som.lowered.hint')}
        error={lack.lowered ? say(`som-reason.lacks.${lack.lowered}`, { ask: '' }) : null}
      >
        {(control) => (
          <textarea
            {...control}
            ref={loweredField}
            className="input"
            maxLength={limits.reasonMaxLength}
            value={reasons.lowered}
            onChange={(event) => set({ lowered: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
