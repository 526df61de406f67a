import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { FindingList } from './finding-list';
import { onOrder } from './on-order';

/** That the order was given to the supplier, that the supplier took it, or that its portal has the receipt, where no page says so. */
export function PlainAnswer({
  kind,
  state,
  possible,
  onDone,
  onCancel,
}: ActProps & { readonly kind: 'submit' | 'accept' | 'portal-receive' }) {
  const { desk } = useServices();
  return (
    <ActForm
      label={say(`order-act.${kind}.yes`)}
      check={() => true}
      onAct={(by) => {
        const on = onOrder(state, by);
        if (kind === 'submit') return desk.recordSubmitted(on);
        return kind === 'accept' ? desk.recordAccepted(on) : desk.recordPortalReceipt(on);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say(`order-act.${kind}.explain`)}</p>
      <FindingList findings={possible[kind]} />
    </ActForm>
  );
}
