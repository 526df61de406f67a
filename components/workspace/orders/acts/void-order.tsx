import { useState } from 'react';
import { parsePlainDate } from '@/lib/base';
import { judgeAct } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { Check } from '../../../ui/check';
import { TextField } from '../../../ui/text-field';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { FindingList } from './finding-list';
import { onOrder } from './on-order';
import { TextArea } from '../../act/text-area';

/** 1305.28: the supplier voids the order or some of its lines; its own words are kept. */
export function VoidOrder({ state, today, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [some, setSome] = useState(false);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [words, setWords] = useState('');
  const [date, setDate] = useState('');
  const [asked, setAsked] = useState(false);

  const lines = some ? chosen : null;
  const day = date === '' ? null : parsePlainDate(date);
  const unreadable = date !== '' && day === null;
  const findings =
    some && chosen.length === 0 ? [] : judgeAct(state, { kind: 'void', lines, date: day }, { today });
  const ofDate = findings.filter(({ field }) => field === 'date');
  const others = findings.filter(({ field }) => field !== 'date');
  const missing = some && chosen.length === 0;

  const toggle = (line: number, on: boolean) =>
    setChosen(on ? [...chosen, line].sort((a, b) => a - b) : chosen.filter((each) => each !== line));
  const check = () => {
    setAsked(true);
    return (
      !missing &&
      !unreadable &&
      words.trim() !== '' &&
      !findings.some(({ severity }) => severity === 'blocks')
    );
  };

  return (
    <ActForm
      label={say('order-act.void')}
      check={check}
      onAct={(by) => desk.recordVoid({ ...onOrder(state, by), lines, statement: words.trim(), date: day })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <fieldset className="act-choice">
        <legend className="field-label">{say('order-act.void.which')}</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className="choice">
            <input type="radio" name="void-which" checked={some === value} onChange={() => setSome(value)} />
            <span>{say(value ? 'order-act.void.some' : 'order-act.void.all')}</span>
          </label>
        ))}
        {some && (
          <div className="act-lines">
            {state.lines
              .filter(({ voided }) => !voided)
              .map(({ line }) => (
                <Check
                  key={line.lineNumber}
                  checked={chosen.includes(line.lineNumber)}
                  onChange={(on) => toggle(line.lineNumber, on)}
                >
                  {say('order-act.void.line', { line: line.lineNumber, name: line.name })}
                </Check>
              ))}
          </div>
        )}
        {asked && missing && <span className="field-error">{say('order-act.void.lines-missing')}</span>}
      </fieldset>
      <FindingList findings={others} />
      <TextArea
        label={say('order-act.void.words')}
        hint={say('order-act.void.words-hint')}
        error={asked && words.trim() === '' ? say('form.missing') : null}
        value={words}
        onChange={setWords}
      />
      <TextField
        label={say('order-act.void.date')}
        hint={say('order-act.void.date-hint')}
        type="date"
        min={state.orderedOn}
        max={today}
        value={date}
        error={unreadable || ofDate.length > 0 ? say('order-act.date-ahead') : null}
        onChange={setDate}
      />
    </ActForm>
  );
}
