import { useState, type ReactNode } from 'react';
import type { Registrant } from '@/lib/archive';
import { parseDeaNumber } from '@/lib/base';
import { say } from '@/lib/words';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { AddressFields, addressFaults } from './address-fields';
import { DeaField } from './dea-field';
import { usZones } from './us-zones';

/** The fields of a registered location, and what they say: null, with what is missing shown, until they are whole. */
export function useRegistrantFields(registrant: Registrant | null): {
  readonly fields: ReactNode;
  readonly read: () => Registrant | null;
} {
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

  const read = () => {
    setStrict(true);
    const deaNumber = parseDeaNumber(dea);
    const isAddressWhole = Object.keys(addressFaults(address, true)).length === 0;
    if (!deaNumber || name.trim() === '' || zone === '' || !isAddressWhole) return null;
    const { street, street2, city, state, postalCode } = address;
    return {
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
    };
  };

  const fields = (
    <>
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
    </>
  );
  return { fields, read };
}
