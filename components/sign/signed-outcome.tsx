import type { SignView } from '@/lib/desk';
import type { DeliveryOutcome } from '@/lib/messages';
import { usePageServices } from '../page/page-services';
import { FaultNotice } from '../ui/fault-notice';
import { useAct } from '../ui/use-act';
import { Outcome } from './outcome';

interface SignedOutcomeProps {
  readonly view: SignView;
  readonly orderNumber: string;
  readonly delivered: DeliveryOutcome | null;
  readonly onNext: (requestId: string) => void;
  readonly onClose: () => void;
}

/** The outcome with its acts: save the file, go on to the next order. */
export function SignedOutcome({ view, orderNumber, delivered, onNext, onClose }: SignedOutcomeProps) {
  const { desk, saveFile } = usePageServices();
  const { fault, act } = useAct();
  const save = () =>
    act(async () => {
      const file = await desk.signedFile(view.request.id);
      saveFile(file.name, file.bytes);
    });
  return (
    <>
      <Outcome
        orderNumber={orderNumber}
        delivered={delivered}
        submitted={view.signed?.submitted ?? false}
        waiting={view.waiting.length}
        onSave={() => void save()}
        onNext={() => view.waiting[0] && onNext(view.waiting[0])}
        onClose={onClose}
      />
      {fault && <FaultNotice fault={fault} />}
    </>
  );
}
