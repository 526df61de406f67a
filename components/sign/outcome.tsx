import type { DeliveryOutcome } from '@/lib/messages';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { OrderNumberCode } from '../ui/code';
import { Mark } from '../ui/mark';
import { Notice } from '../ui/notice';

interface OutcomeProps {
  readonly orderNumber: string;
  /** Null where the window was opened again after signing: how it was delivered then isn't known here. */
  readonly delivered: DeliveryOutcome | null;
  readonly submitted: boolean;
  readonly waiting: number;
  readonly onSave: () => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** Signed and archived; what is left to do so that the supplier has it. */
export function Outcome({
  orderNumber,
  delivered,
  submitted,
  waiting,
  onSave,
  onNext,
  onClose,
}: OutcomeProps) {
  const to = delivered?.to ?? 'file';
  return (
    <section className="gate" role="status">
      <p className="level tone-good outcome-mark">
        <Mark tone="good" />
        {say('sign.signed')}
      </p>
      <h1 className="outcome-number">
        <OrderNumberCode number={orderNumber} />
      </h1>
      <p>{submitted ? say('sign.submitted') : say(`sign.delivered.${to}`)}</p>
      {delivered?.fault && (
        <Notice tone="caution">
          <p>{say.loose(delivered.fault.code, delivered.fault.params)}</p>
        </Notice>
      )}
      <p className="quiet">{say('sign.archived')}</p>
      <div className="actions">
        {to === 'file' && !submitted && (
          <Button look="primary" onClick={onSave}>
            {say('sign.save')}
          </Button>
        )}
        {waiting > 0 && (
          <Button look={to === 'file' && !submitted ? 'plain' : 'primary'} onClick={onNext}>
            {say('sign.next', { count: waiting })}
          </Button>
        )}
        <Button look={(to === 'file' && !submitted) || waiting > 0 ? 'plain' : 'primary'} onClick={onClose}>
          {say('ui.close')}
        </Button>
        {to !== 'file' && (
          <Button look="quiet" onClick={onSave}>
            {say('sign.save')}
          </Button>
        )}
      </div>
    </section>
  );
}
