import { useCallback, useState } from 'react';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { HistoryForm } from './forms/history-form';
import { SupplierForm } from './forms/supplier-form';
import { Page } from './page';
import { KnownPortals } from './suppliers/known-portals';
import { PolicyFaults } from './suppliers/policy-faults';
import { ProfileFiles } from './suppliers/profile-files';
import { SupplierTable } from './suppliers/supplier-table';

/** The suppliers: who they are on orders, their sites, and whether Countersign may read those. */
export function SuppliersPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.suppliers(), [desk]));
  const [editing, setEditing] = useState<PortalProfile | 'new' | null>(null);
  const suppliers = found.phase === 'ready' ? found.value : [];
  const isKnown = editing !== null && editing !== 'new' && suppliers.some(({ id }) => id === editing.id);
  return (
    <Page
      title={say('workspace.nav.suppliers')}
      actions={
        <Button look="primary" onClick={() => setEditing('new')}>
          {say('suppliers.add')}
        </Button>
      }
    >
      {found.phase === 'loading' && <Bars rows={4} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && suppliers.length === 0 && (
        <div className="empty">
          <p>{say('suppliers.empty')}</p>
          <p className="quiet">{say('suppliers.empty-more')}</p>
        </div>
      )}
      <PolicyFaults />
      {suppliers.length > 0 && <SupplierTable suppliers={suppliers} onEdit={setEditing} onChanged={reload} />}
      {found.phase === 'ready' && <KnownPortals suppliers={suppliers} onTake={setEditing} />}
      <ProfileFiles onTaken={reload} />
      <section>
        <h2>{say('history.title')}</h2>
        <p className="quiet">{say('history.why')}</p>
        <HistoryForm />
      </section>
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={say(isKnown ? 'suppliers.change' : 'suppliers.add')}
      >
        <SupplierForm
          key={editing === 'new' || editing === null ? 'new' : editing.id}
          supplier={editing === 'new' ? null : editing}
          taken={suppliers.map(({ id }) => id)}
          onSaved={() => {
            setEditing(null);
            reload();
          }}
        />
      </Dialog>
    </Page>
  );
}
