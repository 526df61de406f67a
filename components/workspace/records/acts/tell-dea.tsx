import { useState } from 'react';
import { limits, parsePlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { TextField } from '../../../ui/text-field';
import { ActForm } from '../../act/act-form';
import { onRecord, type RecordActProps } from './act-props';
import { TextArea } from '../../act/text-area';

/** 1301.76(b): that DEA was told of a loss within one business day, or that Form 106 went out within 45 days. */
export function TellDea({
  kind,
  state,
  today,
  onDone,
  onCancel,
}: RecordActProps & { readonly kind: 'notice' | 'form-106' }) {
  const { desk } = useServices();
  const [date, setDate] = useState<string>(today);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const day = parsePlainDate(date);
  const dateFault = day === null || day > today;
  const isNotice = kind === 'notice';
  const missing = isNotice && text.trim() === '';
  return (
    <ActForm
      label={say(`records.${kind}`)}
      check={() => {
        setAsked(true);
        return !dateFault && !missing;
      }}
      onAct={async (by) => {
        if (day === null) return;
        const on = { ...onRecord(state, by), date: day };
        await (isNotice
          ? desk.recordLossNotice({ ...on, how: text })
          : desk.recordForm106({ ...on, reference: text }));
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        {say(`records.${kind}-explain`)} <span className="rule-ref">{say('records.rule.loss')}</span>
      </p>
      <TextField
        label={say('act.date')}
        type="date"
        max={today}
        value={date}
        error={asked && dateFault ? say('record.date-missing') : null}
        onChange={setDate}
      />
      <TextArea
        maxLength={limits.fieldMaxLength}
        label={say(isNotice ? 'records.notice-how' : 'records.form-106-reference')}
        {...(isNotice && { hint: say('records.notice-how-hint') })}
        error={asked && missing ? say('form.missing') : null}
        value={text}
        onChange={setText}
      />
    </ActForm>
  );
}
