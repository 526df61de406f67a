import '../people/people.css';
import { useCallback, useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';
import { Page } from '../page';
import { LocationsSection } from '../registrants/locations-section';
import { SupplierLocations } from '../registrants/supplier-locations';
import { HoldsSection } from './holds-section';
import { KeepSection } from './keep-section';
import { SettingsForm } from './settings-form';

/** Locations, and how this pharmacy wants things done. */
export function SettingsPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(async () => {
      const [settings, retention, locations, suppliers, serves] = await Promise.all([
        desk.settings(),
        desk.retention(),
        desk.registrants(),
        desk.suppliers(),
        desk.supplierRegistrants(),
      ]);
      return { settings, retention, locations, suppliers, serves };
    }, [desk]),
  );
  const [saved, setSaved] = useState(false);
  return (
    <Page title={say('settings.title')} lead={say('settings.explain')}>
      {found.phase === 'loading' && <Bars rows={6} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <SettingsForm
            settings={found.value.settings}
            saved={saved}
            onSaved={() => {
              setSaved(true);
              reload();
            }}
          />
          <KeepSection retention={found.value.retention} onChanged={reload} />
          <HoldsSection retention={found.value.retention} onChanged={reload} />
          <LocationsSection locations={found.value.locations} onChanged={reload} />
          {found.value.locations.length > 1 && found.value.suppliers.length > 0 && (
            <SupplierLocations {...found.value} onChanged={reload} />
          )}
        </>
      )}
    </Page>
  );
}
