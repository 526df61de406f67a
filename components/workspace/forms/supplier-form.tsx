import { useState } from 'react';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useAct } from '../../ui/use-act';
import { AddressFields, addressFaults } from './address-fields';
import { DeaField } from './dea-field';
import { patternsOf } from './patterns-of';
import { profileOf, textOf } from './supplier-text';

interface SupplierFormProps {
  readonly supplier: PortalProfile | null;
  /** Ids in use, so that a new supplier gets its own. */
  readonly taken: readonly string[];
  readonly onSaved: () => void;
}

const modes = ['integrated', 'companion'] as const;
const encodings = ['base64', 'pem', 'file'] as const;
const documentForms = ['csos-xml', 'x12-850'] as const;

/** A supplier: who it is on orders, where its site is, how that site takes an order. Allowing the site happens in the same click. */
export function SupplierForm({ supplier, taken, onSaved }: SupplierFormProps) {
  const { desk, send, sites } = useServices();
  const [text, setText] = useState(() => textOf(supplier));
  const [strict, setStrict] = useState(false);
  const [denied, setDenied] = useState(false);
  const { busy, fault, act } = useAct();
  const set = <K extends keyof typeof text>(key: K, value: (typeof text)[K]) =>
    setText({ ...text, [key]: value });

  const save = () => {
    setStrict(true);
    const wrongAddress = Object.keys(addressFaults(text.address, false)).length > 0;
    const profile = profileOf(text, supplier, taken);
    if (!profile || wrongAddress) return;
    void act(async () => {
      // The browser's question belongs to the click, so it comes before anything is awaited.
      const granted = await sites.request(profile.hosts.flatMap(patternsOf));
      setDenied(!granted);
      await desk.saveSupplier(profile);
      await send('archive.changed', {});
      await send('sites.changed', {});
      if (granted) onSaved();
    });
  };

  return (
    <div className="form">
      <TextField
        label={say('supplier.name')}
        hint={say('supplier.name-hint')}
        value={text.name}
        error={strict && text.name.trim() === '' ? say('form.missing') : null}
        onChange={(value) => set('name', value)}
      />
      <DeaField
        label={say('sign.supplier.deaNumber')}
        value={text.deaNumber}
        strict={strict && text.deaNumber !== ''}
        onChange={(value) => set('deaNumber', value)}
      />
      <AddressFields
        value={text.address}
        onChange={(value) => set('address', value)}
        strict={strict}
        required={false}
      />
      <TextField
        label={say('supplier.host')}
        hint={say('supplier.host-hint')}
        code
        value={text.host}
        error={strict && text.host.trim() === '' ? say('form.missing') : null}
        onChange={(value) => set('host', value)}
      />
      <SelectField
        label={say('supplier.mode')}
        value={text.mode}
        options={modes.map((value) => ({ value, label: say(`supplier.mode.${value}`) }))}
        onChange={(value) => set('mode', value)}
      />
      {text.mode === 'integrated' && (
        <>
          <SelectField
            label={say('supplier.form')}
            hint={say('supplier.form-hint')}
            value={text.documentForm}
            options={documentForms.map((value) => ({ value, label: say(`supplier.form.${value}`) }))}
            onChange={(value) => set('documentForm', value)}
          />
          <Check checked={text.separateCii} onChange={(value) => set('separateCii', value)}>
            {say('supplier.separate-cii')}
          </Check>
          <TextField
            label={say('supplier.selector')}
            hint={say('supplier.selector-hint')}
            code
            value={text.selector}
            onChange={(value) => set('selector', value)}
          />
          {text.selector.trim() !== '' && (
            <SelectField
              label={say('supplier.encoding')}
              value={text.encoding}
              options={encodings.map((value) => ({ value, label: say(`supplier.encoding.${value}`) }))}
              onChange={(value) => set('encoding', value)}
            />
          )}
        </>
      )}
      {fault && <FaultNotice fault={fault} />}
      {denied && (
        <Notice tone="caution" role="status">
          <p>{say('supplier.denied')}</p>
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={save}>
          {say('supplier.save')}
        </Button>
      </div>
    </div>
  );
}
