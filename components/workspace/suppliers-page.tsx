import { useCallback, useState } from 'react';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { Code } from '../ui/code';
import { Dialog } from '../ui/dialog';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { VisibleText } from '../ui/visible-text';
import { HistoryForm } from './forms/history-form';
import { SupplierForm } from './forms/supplier-form';
import { Page } from './page';
import { SiteAccess } from './site-access';

/** The suppliers: who they are on orders, their sites, and whether Countersign may read those. */
export function SuppliersPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.suppliers(), [desk]));
  const [editing, setEditing] = useState<PortalProfile | 'new' | null>(null);
  const suppliers = found.phase === 'ready' ? found.value : [];
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
      {suppliers.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('sign.supplier')}</th>
              <th scope="col">{say('sign.dea')}</th>
              <th scope="col">{say('suppliers.col.site')}</th>
              <th scope="col">{say('suppliers.col.mode')}</th>
              <th scope="col">{say('suppliers.col.access')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('suppliers.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {suppliers.map((supplier) => (
              <tr key={supplier.id}>
                <th scope="row">
                  <VisibleText>{supplier.supplier.name ?? supplier.id}</VisibleText>
                </th>
                <td>
                  {supplier.supplier.deaNumber ? (
                    <Code>{supplier.supplier.deaNumber}</Code>
                  ) : (
                    say('ui.unknown')
                  )}
                </td>
                <td>
                  <Code>{supplier.hosts.join(', ')}</Code>
                </td>
                <td>{say(`suppliers.mode.${supplier.mode}`)}</td>
                <td>
                  <SiteAccess supplier={supplier} />
                </td>
                <td>
                  <Button
                    look="quiet"
                    aria-label={say('suppliers.change-one', { name: supplier.supplier.name ?? supplier.id })}
                    onClick={() => setEditing(supplier)}
                  >
                    {say('suppliers.change')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section>
        <h2>{say('history.title')}</h2>
        <p className="quiet">{say('history.why')}</p>
        <HistoryForm />
      </section>
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={say(editing === 'new' || editing === null ? 'suppliers.add' : 'suppliers.change')}
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
