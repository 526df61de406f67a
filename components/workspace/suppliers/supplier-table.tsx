import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { VisibleText } from '../../ui/visible-text';
import { SiteAccess } from '../site-access';
import { SupplierReading } from './supplier-reading';

interface SupplierTableProps {
  readonly suppliers: readonly PortalProfile[];
  readonly onEdit: (supplier: PortalProfile) => void;
  readonly onChanged: () => void;
}

/** The pharmacy's suppliers: who they are, their sites, how those are read. */
export function SupplierTable({ suppliers, onEdit, onChanged }: SupplierTableProps) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say('sign.supplier')}</th>
          <th scope="col">{say('sign.dea')}</th>
          <th scope="col">{say('suppliers.col.site')}</th>
          <th scope="col">{say('suppliers.col.mode')}</th>
          <th scope="col">{say('suppliers.col.access')}</th>
          <th scope="col">{say('suppliers.col.profile')}</th>
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
              {supplier.supplier.deaNumber ? <Code>{supplier.supplier.deaNumber}</Code> : say('ui.unknown')}
            </td>
            <td>
              <Code>{supplier.hosts.join(', ')}</Code>
            </td>
            <td>{say(`suppliers.mode.${supplier.mode}`)}</td>
            <td>
              <SiteAccess supplier={supplier} />
            </td>
            <td>
              <SupplierReading supplier={supplier} onChanged={onChanged} />
            </td>
            <td>
              <Button
                look="quiet"
                aria-label={say('suppliers.change-one', { name: supplier.supplier.name ?? supplier.id })}
                onClick={() => onEdit(supplier)}
              >
                {say('suppliers.change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
