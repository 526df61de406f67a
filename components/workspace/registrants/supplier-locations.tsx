import type { DeaNumber } from '@/lib/base';
import type { LocationView, PortalProfile } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';

interface SupplierLocationsProps {
  readonly suppliers: readonly PortalProfile[];
  readonly serves: Readonly<Record<string, readonly DeaNumber[]>>;
  readonly locations: readonly LocationView[];
  readonly onChanged: () => void;
}

/** Which location orders from which supplier; one that nobody limited serves all. */
export function SupplierLocations({ suppliers, serves, locations, onChanged }: SupplierLocationsProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const all = locations.map(({ deaNumber }) => deaNumber);
  const change = (supplier: PortalProfile, deaNumber: DeaNumber, on: boolean) => {
    const before = serves[supplier.id] ?? all;
    const after = all.filter((one) => (one === deaNumber ? on : before.includes(one)));
    return act(async () => {
      await desk.saveSupplierRegistrants(supplier, after.length === all.length ? null : after);
      await send('archive.changed', {});
      onChanged();
    });
  };
  return (
    <section>
      <h3>{say('location.serves')}</h3>
      {suppliers.map((supplier) => (
        <fieldset key={supplier.id} className="supplier-locations">
          <legend className="field-label">
            <VisibleText>{supplier.supplier.name ?? supplier.id}</VisibleText>
          </legend>
          <div className="choices">
            {locations.map(({ deaNumber, name }) => (
              <Check
                key={deaNumber}
                checked={serves[supplier.id]?.includes(deaNumber) ?? true}
                disabled={busy}
                onChange={(on) => void change(supplier, deaNumber, on)}
              >
                <VisibleText>{name}</VisibleText>
              </Check>
            ))}
          </div>
        </fieldset>
      ))}
      {fault && <FaultNotice fault={fault} />}
    </section>
  );
}
