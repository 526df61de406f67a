import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ReasonedAct } from '../../act/reasoned-act';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';

/** Signed, never given to the supplier, and not to be: closed with the reason. */
export function CloseUnsent({ state, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  return (
    <ReasonedAct
      label={say('order-act.close-unsent.yes')}
      onAct={({ reason, ...by }) => desk.closeUnsent({ ...onOrder(state, by), reason })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.close-unsent.explain')}</p>
    </ReasonedAct>
  );
}
