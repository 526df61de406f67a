import { limits } from '@/lib/base';
import type { EarlierReason } from '@/lib/desk';
import { somReasonKinds, type SomReasonKind } from '@/lib/order';
import { say } from '@/lib/words';
import { Check } from '../ui/check';
import { Field } from '../ui/field';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';
import type { UseReasons } from './use-reasons';

interface ReasonFieldsProps {
  readonly use: UseReasons;
  /** What was said of the same substance before. */
  readonly earlier: readonly EarlierReason[];
}

/** Why an order far from the usual is right: something to pick, and its specific (som.md 6). */
export function ReasonFields({ use, earlier }: ReasonFieldsProps) {
  const { reasons, lack, set, kindField, detailField } = use;
  const { kind, detail } = reasons;
  const ask = kind === null ? '' : say(`som-reason.${kind}.ask`);
  return (
    <fieldset className="reason">
      <legend className="visually-hidden">{say('sign.reason')}</legend>
      {earlier.map(({ given, date, number, whoName }) => (
        <div key={number} className="reason-earlier">
          <Check
            checked={kind === given.kind && detail === given.detail}
            onChange={(again) => set(again ? { ...given } : { kind: null, detail: '' })}
          >
            {say('sign-som.again', { date: formatDay(date), whoName })}{' '}
            <VisibleText>
              {say('som-reason.given', { kind: say(`som-reason.${given.kind}`), detail: given.detail })}
            </VisibleText>
          </Check>
        </div>
      ))}
      <Field
        label={say('sign.reason')}
        hint={say('sign.reason-hint')}
        error={lack.reason === 'kind' ? say('som-reason.kind-missing') : null}
      >
        {(control) => (
          <select
            {...control}
            ref={kindField}
            className="input"
            value={kind ?? ''}
            onChange={(event) => set({ kind: event.target.value as SomReasonKind })}
          >
            <option value="" disabled>
              {say('sign-som.reason-pick')}
            </option>
            {somReasonKinds.map((one) => (
              <option key={one} value={one}>
                {say(`som-reason.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind !== null && (
        <Field
          label={ask}
          hint={say('sign-som.detail-hint', { min: limits.reasonMinLength })}
          error={
            lack.reason === null || lack.reason === 'kind'
              ? null
              : say(`som-reason.lacks.${lack.reason}`, { ask })
          }
        >
          {(control) => (
            <textarea
              {...control}
              ref={detailField}
              className="input"
              maxLength={limits.reasonMaxLength}
              value={detail}
              onChange={(event) => set({ detail: event.target.value })}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
}
