import { discrepancies, type LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { DetailFields } from '../../receive/detail-fields';
import { emptyLot, noDetails } from '../../receive/line-details';
import type { CorrectionText } from './read-correction';

interface ReceiptFieldsProps {
  readonly text: CorrectionText;
  readonly lines: readonly LineState[];
  /** With problems and lots, as a receipt has them; a shipment has counts alone. */
  readonly withDetails: boolean;
  readonly onChange: (change: Partial<CorrectionText>) => void;
}

/** What a record says of each line: its packages, and for a receipt what was wrong with them and of which lots they were. */
export function ReceiptFields({ text, lines, withDetails, onChange }: ReceiptFieldsProps) {
  return (
    <div className="correction-quantities">
      {lines.map(({ line: { lineNumber: line, name } }) => {
        const details = text.details[line] ?? noDetails;
        const set = (next: typeof details) => onChange({ details: { ...text.details, [line]: next } });
        return (
          <fieldset key={line} className="correction-line">
            <legend className="visually-hidden">{say('order-act.void.line', { line, name })}</legend>
            <TextField
              label={say('correct.quantity', { line, name })}
              inputMode="numeric"
              value={text.quantities[line] ?? ''}
              onChange={(count) => onChange({ quantities: { ...text.quantities, [line]: count } })}
            />
            {withDetails && (
              <>
                <SelectField
                  label={say('receive.problem', { line, name })}
                  value={details.discrepancy}
                  options={(['none', ...discrepancies] as const).map((value) => ({
                    value,
                    label: say(`receive.problem.${value}`),
                  }))}
                  onChange={(discrepancy) => set({ ...details, discrepancy })}
                />
                <DetailFields lineNumber={line} details={details} asked onChange={set} />
                <Button
                  look="quiet"
                  aria-label={say('receive.lot.add-to', { line, name })}
                  onClick={() => set({ ...details, lots: [...details.lots, emptyLot] })}
                >
                  {say('receive.lot.add')}
                </Button>
              </>
            )}
          </fieldset>
        );
      })}
      <p className="field-hint">{say('correct.quantity-hint')}</p>
    </div>
  );
}
