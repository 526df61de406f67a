import type { NewEvent } from '@/lib/archive';
import type { DeskPorts } from '../ports';
import { requireFile } from '../require-file';
import { actOnOrder, requirePossible } from './act-on-order';
import type { OrderLifeCases } from './views';

type SupplierAnswers = Pick<
  OrderLifeCases,
  'recordSubmitted' | 'recordAccepted' | 'recordNotAccepted' | 'recordPortalReceipt'
>;

/** No page said it: a person does. */
const seen = { origin: null };

/** What a portal that tells it records by itself, entered by hand where none does. */
export function supplierAnswers(ports: DeskPorts): SupplierAnswers {
  return {
    recordSubmitted: (on) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'submit' }, today);
        return { type: 'order.submitted', payload: { how: 'by-hand', seen } };
      }),

    recordAccepted: (on) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'accept' }, today);
        return { type: 'order.accepted', payload: { seen } };
      }),

    recordPortalReceipt: (on) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'portal-receive' }, today);
        return { type: 'order.portal-received', payload: { seen } };
      }),

    recordNotAccepted: ({ statement, file, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'not-accept' }, today);
        const words = statement.trim();
        const refused: NewEvent = { type: 'order.not-accepted', payload: { statement: words, seen } };
        const kept = requireFile(file);
        if (kept === null) return refused;
        const linked = { statement: words || kept.name, file: kept, seen };
        return [refused, { type: 'order.statement-linked', payload: linked }];
      }),
  };
}
