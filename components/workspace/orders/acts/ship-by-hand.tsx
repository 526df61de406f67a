import { useState } from 'react';
import { limits, parsePlainDate } from '@/lib/base';
import type { LineQuantity } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { TextField } from '../../../ui/text-field';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';

/** Whole packages; NaN for what isn't plainly that, so that it is refused and not guessed. */
function countOf(text: string): number {
  const value = text.trim();
  return /^\d{1,9}$/.test(value) && Number(value) <= limits.packagesMax ? Number(value) : Number.NaN;
}

/** What has shipped in all by the supplier's papers, line by line; boxes begin with what is known, and may stay. */
export function ShipByHand({ state, today, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [totals, setTotals] = useState<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(
      state.lines.flatMap(({ line, shipped }) =>
        shipped === null ? [] : [[line.lineNumber, String(shipped)]],
      ),
    ),
  );
  const [date, setDate] = useState('');
  const [asked, setAsked] = useState(false);
  const day = date === '' ? null : parsePlainDate(date);
  const dateFault = date !== '' && (day === null || day > today);
  const lines: LineQuantity[] = Object.entries(totals)
    .filter(([, text]) => text.trim() !== '')
    .map(([line, text]) => ({ lineNumber: Number(line), packages: countOf(text) }));
  const unreadable = (line: number) =>
    lines.some(({ lineNumber, packages }) => lineNumber === line && Number.isNaN(packages));
  return (
    <ActForm
      label={say('order-act.ship.yes')}
      check={() => {
        setAsked(true);
        return !dateFault && lines.length > 0 && !lines.some(({ packages }) => Number.isNaN(packages));
      }}
      onAct={(by) => desk.recordShipped({ ...onOrder(state, by), lines, date: day })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.ship.explain')}</p>
      {state.lines.map(({ line: { lineNumber, name } }) => (
        <TextField
          key={lineNumber}
          label={say('order-act.ship.total', { line: lineNumber, name })}
          inputMode="numeric"
          value={totals[lineNumber] ?? ''}
          error={asked && unreadable(lineNumber) ? say('receive.not-a-number') : null}
          onChange={(text) => setTotals({ ...totals, [lineNumber]: text })}
        />
      ))}
      {asked && lines.length === 0 && (
        <p className="field-error" role="alert">
          {say('ship/nothing-entered')}
        </p>
      )}
      <TextField
        label={say('order-act.ship.date')}
        hint={say('order-act.ship.date-hint')}
        type="date"
        max={today}
        value={date}
        error={dateFault ? say('order-act.day-ahead') : null}
        onChange={setDate}
      />
    </ActForm>
  );
}
