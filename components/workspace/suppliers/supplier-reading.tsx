import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { useAct } from '../../ui/use-act';

interface SupplierReadingProps {
  readonly supplier: PortalProfile;
  readonly onChanged: () => void;
}

/** Whether a person confirmed that this portal is read right, what was taught about it, and the way back. */
export function SupplierReading({ supplier, onChanged }: SupplierReadingProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const { id, reading, taughtOver, verified, origin = 'user' } = supplier;
  const name = supplier.supplier.name ?? id;
  const rules = Object.keys({ ...reading?.lines?.columns, ...reading?.page }).length;
  const isOurs = origin !== 'policy';
  const then = (work: () => Promise<void>) => () =>
    void act(async () => {
      await work();
      await send('archive.changed', {});
      onChanged();
    });
  const button = (label: string, of: string, work: () => Promise<void>) => (
    <Button look="quiet" disabled={busy} aria-label={of} onClick={then(work)}>
      {label}
    </Button>
  );
  return (
    <>
      <span className={`level tone-${verified ? 'good' : 'unchecked'}`}>
        <Mark tone={verified ? 'good' : 'unchecked'} />
        {say(verified ? 'suppliers.verified' : 'suppliers.unverified')}
      </span>
      <div className="quiet">
        {say(`suppliers.origin.${origin}`)}
        {rules > 0 && `, ${say('suppliers.taught', { count: rules })}`}
      </div>
      <div className="actions">
        {!verified &&
          button(say('suppliers.confirm'), say('suppliers.confirm-one', { name }), () =>
            desk.confirmSupplier(id),
          )}
        {taughtOver !== undefined &&
          button(say('suppliers.undo'), say('suppliers.undo-one', { name }), () => desk.undoTeaching(id))}
        {isOurs &&
          reading !== undefined &&
          button(say('suppliers.forget'), say('suppliers.forget-one', { name }), () => desk.forgetTaught(id))}
      </div>
      {fault && <FaultNotice fault={fault} />}
    </>
  );
}
