import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';

interface ActEndProps {
  /** On the button: what will be recorded. */
  readonly label: string;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

/** How each form of an act ends: what went wrong, the act, and the way out. */
export function ActEnd({ label, busy, fault, onAct, onCancel }: ActEndProps) {
  return (
    <>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={onAct}>
          {label}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
      </div>
    </>
  );
}
