import type { ActKind } from '@/lib/desk';
import { say } from '@/lib/words';
import { Dialog } from '../../../ui/dialog';
import type { ActProps } from './act-props';
import { CloseUnsent } from './close-unsent';
import { LinkStatement } from './link-statement';
import { NotAccepted } from './not-accepted';
import { PlainAnswer } from './plain-answer';
import { ReplaceLost } from './replace-lost';
import { ShipByHand } from './ship-by-hand';
import { TurnUp } from './turn-up';
import { VoidOrder } from './void-order';
import { WrittenNotice } from './written-notice';

/** The question of one act on an order. */
export function OrderAct({ kind, ...props }: ActProps & { readonly kind: ActKind }) {
  return (
    <Dialog open onClose={props.onCancel} title={say(`order-act.${kind}.title`)}>
      {(kind === 'submit' || kind === 'accept' || kind === 'portal-receive') && (
        <PlainAnswer kind={kind} {...props} />
      )}
      {kind === 'not-accept' && <NotAccepted {...props} />}
      {kind === 'ship' && <ShipByHand {...props} />}
      {kind === 'void' && <VoidOrder {...props} />}
      {kind === 'cancel' && <WrittenNotice kind="cancel" {...props} />}
      {kind === 'lose' && <WrittenNotice kind="lose" {...props} />}
      {kind === 'close-unsent' && <CloseUnsent {...props} />}
      {kind === 'replace' && <ReplaceLost {...props} />}
      {kind === 'turn-up' && <TurnUp {...props} />}
      {kind === 'link-statement' && <LinkStatement {...props} />}
    </Dialog>
  );
}
