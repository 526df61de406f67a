import { useRef, useState } from 'react';
import { parsePlainDate, type Fault, type PlainDate } from '@/lib/base';
import type { Who } from '@/lib/desk';
import type { OrderState } from '@/lib/order';
import { mustBeVerifiedBy, type Settings } from '@/lib/people';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { Field } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import type { Details } from './line-details';
import { allAsShipped, readReceipt, type Entries } from './read-receipt';
import { QuantityTable } from './quantity-table';
import type { RecordedReceipt } from './receive-page';
import { ReviewReceipt } from './review-receipt';

interface ReceiveFormProps {
  readonly state: OrderState;
  readonly people: readonly Who[];
  readonly who: Who | null;
  readonly today: PlainDate;
  readonly settings: Settings;
  readonly onRecorded: (receipt: RecordedReceipt) => void;
  /** Someone else wrote to this order meanwhile: it is to be read again; what was typed stays. */
  readonly onStale: () => void;
}

/** Boxes begin empty and the date is today, never silently the ship date: a receipt is what somebody counted. */
export function ReceiveForm({ state, people, who, today, settings, onRecorded, onStale }: ReceiveFormProps) {
  const [entries, setEntries] = useState<Entries>({});
  const [details, setDetails] = useState<Details>({});
  const [verifierId, setVerifierId] = useState('');
  const [counted, setCounted] = useState(false);
  const [date, setDate] = useState<string>(today);
  const [personId, setPersonId] = useState(who?.id ?? '');
  const [note, setNote] = useState('');
  const [reviewing, setReviewing] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [asked, setAsked] = useState(false);
  const reviewButton = useRef<HTMLButtonElement>(null);

  const read = readReceipt(state.lines, entries, details);
  const asShipped = allAsShipped(state.lines);
  const person = people.find(({ id }) => id === personId);
  const verifiers = (person && mustBeVerifiedBy(person.role, settings)) ?? null;
  const mayVerify = people.filter(({ role }) => verifiers?.includes(role));
  const verifier = mayVerify.find(({ id }) => id === verifierId) ?? null;
  const dateFault = dateFaultOf(date, today, state);

  const review = () => {
    setAsked(true);
    const nothing: Fault | null =
      read.lines.length === 0 ? { code: 'receipt/nothing-entered', params: {} } : null;
    const first = Object.values(read.faults)[0] ?? nothing;
    setFault(first);
    if (!first && !dateFault && person && (verifiers === null || verifier)) setReviewing(true);
  };

  if (reviewing && person)
    return (
      <ReviewReceipt
        state={state}
        lines={read.lines}
        date={date as PlainDate}
        person={person}
        verifier={verifier}
        note={note}
        onBack={() => setReviewing(false)}
        onRecorded={onRecorded}
        onStale={onStale}
      />
    );

  return (
    <div className="receive">
      <QuantityTable
        lines={state.lines}
        entries={entries}
        faults={asked ? read.faults : {}}
        details={details}
        onChange={(lineNumber, text) => setEntries({ ...entries, [lineNumber]: text })}
        onDetails={(lineNumber, next) => setDetails({ ...details, [lineNumber]: next })}
        onDone={() => reviewButton.current?.focus()}
      />
      <div className="receive-counted">
        <Check checked={counted} onChange={setCounted}>
          {say('receive.counted')}
        </Check>
        <Button
          disabled={!counted || Object.keys(asShipped).length === 0}
          onClick={() => setEntries({ ...entries, ...asShipped })}
        >
          {say('receive.all-as-shipped')}
        </Button>
        {Object.keys(asShipped).length === 0 && (
          <span className="quiet">{say('receive.nothing-shipped')}</span>
        )}
      </div>
      <div className={verifiers === null ? 'receive-facts' : 'receive-facts receive-facts-verified'}>
        <TextField
          label={say('receive.date')}
          type="date"
          max={today}
          value={date}
          error={dateFault && say.loose(dateFault.code, dateFault.params)}
          onChange={setDate}
        />
        <SelectField
          label={say('receive.counted-by')}
          empty={say('ui.who.choose')}
          value={personId}
          error={asked && !person ? say('receive.counted-by-missing') : null}
          options={people.map(({ id, name, role }) => ({
            value: id,
            label: `${name} · ${say(`role.${role}`)}`,
          }))}
          onChange={setPersonId}
        />
        {verifiers !== null && (
          <SelectField
            label={say('receive.verified-by')}
            hint={say('receive.verified-by-hint')}
            empty={say('receive.verified-by-empty')}
            value={verifier?.id ?? ''}
            error={asked && !verifier ? say('receive.verified-by-missing') : null}
            options={mayVerify.map(({ id, name, role }) => ({
              value: id,
              label: `${name} · ${say(`role.${role}`)}`,
            }))}
            onChange={setVerifierId}
          />
        )}
        <Field label={say('receive.note')} hint={say('receive.note-hint')}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <button ref={reviewButton} type="button" className="button button-primary" onClick={review}>
          {say('receive.review')}
        </button>
        <span className="quiet">{say('receive.review-hint')}</span>
      </div>
    </div>
  );
}

/** A tracked order's day is only the one on which somebody began to track it: its goods may have come before. */
function dateFaultOf(
  text: string,
  today: PlainDate,
  { kind, orderedOn: ordered }: Pick<OrderState, 'kind' | 'orderedOn'>,
): Fault | null {
  const date = parsePlainDate(text);
  if (!date) return { code: 'input/malformed', params: { detail: say('receive.date') } };
  if (date > today) return { code: 'receipt/date-in-future', params: { date } };
  return kind === 'signed' && date < ordered
    ? { code: 'receipt/date-before-order', params: { date, ordered } }
    : null;
}
