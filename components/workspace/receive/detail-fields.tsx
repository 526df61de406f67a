import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Mark } from '../../ui/mark';
import { TextField } from '../../ui/text-field';
import { readDetails, type LineDetails, type LotText } from './line-details';

interface DetailFieldsProps {
  readonly lineNumber: number;
  readonly details: LineDetails;
  /** Once the record was to be reviewed: what can't be read is said. */
  readonly asked: boolean;
  readonly onChange: (details: LineDetails) => void;
}

/** What is wrong with a line, and the lots that came; stands below its row once there is something to say. */
export function DetailFields({ lineNumber: line, details, asked, onChange }: DetailFieldsProps) {
  const { discrepancy, note, lots } = details;
  const change = (at: number, lot: Partial<LotText>) =>
    onChange({ ...details, lots: lots.map((each, index) => (index === at ? { ...each, ...lot } : each)) });
  return (
    <div className="line-details">
      {discrepancy !== 'none' && (
        <TextField
          label={say('receive.problem-note', { line })}
          maxLength={limits.fieldMaxLength}
          value={note}
          onChange={(text) => onChange({ ...details, note: text })}
        />
      )}
      {lots.map(({ lot, expiry, packages }, index) => (
        <div key={index} className="lot" role="group" aria-label={say('receive.lot.of', { line })}>
          <TextField
            label={say('receive.lot')}
            code
            maxLength={limits.fieldMaxLength}
            value={lot}
            onChange={(text) => change(index, { lot: text })}
          />
          <TextField
            label={say('receive.lot.expiry')}
            type="date"
            value={expiry}
            onChange={(text) => change(index, { expiry: text })}
          />
          <TextField
            label={say('receive.lot.packages')}
            inputMode="numeric"
            value={packages}
            onChange={(text) => change(index, { packages: text })}
          />
          <Button
            look="quiet"
            aria-label={say('receive.lot.remove-of', { line })}
            onClick={() => onChange({ ...details, lots: lots.filter((_, each) => each !== index) })}
          >
            {say('receive.lot.remove')}
          </Button>
        </div>
      ))}
      {asked && readDetails(details) === null && (
        <span className="field-error small">
          <Mark tone="stop" />
          {say('receive.lot.unreadable')}
        </span>
      )}
    </div>
  );
}
