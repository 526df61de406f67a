import { useState } from 'react';
import type { Registrant } from '@/lib/archive';
import { parseDeaNumber } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useAct } from '../../ui/use-act';
import { AddressFields, addressFaults } from './address-fields';
import { DeaField } from './dea-field';
import { usZones } from './us-zones';

interface RegistrantFormProps {
  readonly registrant: Registrant | null;
  readonly onSaved: () => void;
}

/** The registered location: what stands on its DEA registration, and the zone in which its days are counted. */
export function RegistrantForm({ registrant, onSaved }: RegistrantFormProps) {
  const { desk, send } = useServices();
  const [dea, setDea] = useState<string>(registrant?.deaNumber ?? '');
  const [name, setName] = useState(registrant?.name ?? '');
  const [address, setAddress] = useState({
    street: registrant?.address.street ?? '',
    street2: registrant?.address.street2 ?? '',
    city: registrant?.address.city ?? '',
    state: registrant?.address.state ?? '',
    postalCode: registrant?.address.postalCode ?? '',
  });
  const [zone, setZone] = useState(registrant?.zone ?? '');
  const [strict, setStrict] = useState(false);
  const { busy, fault, act } = useAct();

  const save = () => {
    setStrict(true);
    const deaNumber = parseDeaNumber(dea);
    if (
      !deaNumber ||
      name.trim() === '' ||
      zone === '' ||
      Object.keys(addressFaults(address, true)).length > 0
    )
      return;
    void act(async () => {
      const { street, street2, city, state, postalCode } = address;
      await desk.saveRegistrant({
        name: name.trim(),
        deaNumber,
        address: {
          street: street.trim(),
          street2: street2.trim() === '' ? null : street2.trim(),
          city: city.trim(),
          state: state.trim(),
          postalCode: postalCode.trim(),
        },
        zone,
      });
      await send('archive.changed', {});
      onSaved();
    });
  };

  return (
    <div className="form">
      <DeaField label={say('form.dea')} value={dea} onChange={setDea} strict={strict} />
      <TextField
        label={say('form.registrant-name')}
        hint={say('form.registrant-name-hint')}
        value={name}
        error={strict && name.trim() === '' ? say('form.missing') : null}
        onChange={setName}
      />
      <AddressFields value={address} onChange={setAddress} strict={strict} required />
      <SelectField
        label={say('form.zone')}
        hint={say('form.zone-hint')}
        empty={say('form.zone-empty')}
        value={zone}
        error={strict && zone === '' ? say('form.missing') : null}
        options={usZones}
        onChange={setZone}
      />
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={save}>
          {say('form.save-registrant')}
        </Button>
      </div>
    </div>
  );
}
