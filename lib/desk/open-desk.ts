import { createCrlStore } from './crl-store';
import type { Desk } from './desk';
import { dueView } from './due-view';
import { importHistory } from './import-history';
import { orderCases } from './orders';
import { peopleCases } from './people';
import type { DeskPorts } from './ports';
import { recordReceipt } from './receipt';
import { setUpCases } from './set-up';
import { signCases } from './sign-view';

/** The use cases for an extension page. */
export function openDesk(ports: DeskPorts): Desk {
  return {
    ...peopleCases(ports),
    ...setUpCases(ports),
    ...signCases(ports, createCrlStore(ports)),
    ...orderCases(ports),
    importHistory: importHistory(ports),
    recordReceipt: recordReceipt(ports),
    due: () => dueView(ports),
  };
}
