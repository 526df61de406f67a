import type { Registrant } from '@/lib/archive';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { useAct } from '../../ui/use-act';
import { useRegistrantFields } from './use-registrant-fields';

interface RegistrantFormProps {
  readonly registrant: Registrant | null;
  readonly onSaved: () => void;
}

/** The registered location: what stands on its DEA registration, and the zone in which its days are counted. */
export function RegistrantForm({ registrant, onSaved }: RegistrantFormProps) {
  const { desk, send } = useServices();
  const { fields, read } = useRegistrantFields(registrant);
  const { busy, fault, act } = useAct();

  const save = () => {
    const whole = read();
    if (!whole) return;
    void act(async () => {
      await desk.saveRegistrant(whole);
      await send('archive.changed', {});
      onSaved();
    });
  };

  return (
    <div className="form">
      {fields}
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={save}>
          {say('form.save-registrant')}
        </Button>
      </div>
    </div>
  );
}
