import { useState } from 'react';
import { limits } from '@/lib/base';
import type { EarlierReason } from '@/lib/desk';
import { somReasonKinds, type SomReasonKind } from '@/lib/order';
import { say } from '@/lib/words';
import { Check } from '../ui/check';
import { Field } from '../ui/field';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';
import type { Reasons, UseReasons } from './use-reasons';

interface ReasonFieldsProps {
  readonly use: UseReasons;
  /** What was said of the same substance before. */
  readonly earlier: readonly EarlierReason[];
}

/** Two substances of one earlier order share its reason: it is offered once. */
const keyOf = ({ given, date, number }: EarlierReason) =>
  JSON.stringify([number, date, given.kind, given.detail]);

/** Why an order far from the usual is right: something to pick, and its specific (som.md 6). */
export function ReasonFields({ use, earlier }: ReasonFieldsProps) {
  const { reasons, lack, set, kindField, detailField } = use;
  const { kind, detail } = reasons;
  const offered = new Map(earlier.map((one) => [keyOf(one), one]));
  const isTaken = ({ given }: EarlierReason) => kind === given.kind && detail === given.detail;
  const [typed, setTyped] = useState<Pick<Reasons, 'kind' | 'detail'>>({ kind: null, detail: '' });
  const take = ({ given }: EarlierReason, again: boolean) => {
    // What was typed isn't lost by looking at an earlier reason, or at two of them.
    if (again && !earlier.some(isTaken)) setTyped({ kind, detail });
    set(again ? given : typed);
  };
  const ask = kind === null ? '' : say(`som-reason.${kind}.ask`);
  return (
    <fieldset className="reason">
      <legend className="visually-hidden">{say('sign.reason')}</legend>
      {[...offered].map(([key, one]) => (
        <div key={key} className="reason-earlier">
          <Check checked={isTaken(one)} onChange={(again) => take(one, again)}>
            {say('sign-som.again', { date: formatDay(one.date), whoName: one.whoName })}{' '}
            <VisibleText>
              {say('som-reason.given', {
                kind: say(`som-reason.${one.given.kind}`),
                detail: one.given.detail,
              })}
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
