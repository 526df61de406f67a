import { besideCases } from './beside/beside-cases';
import { createCrlStore } from './lists/crl-store';
import { clockCases } from './clock/clock-cases';
import type { Desk } from './desk';
import { dueView } from './due-view';
import { importHistory } from './import-history';
import { keyCases } from './keys/key-cases';
import { listCases } from './lists/list-cases';
import { orderCases } from './orders';
import { peopleCases } from './people';
import { pharmacyCases } from './pharmacy/pharmacy-cases';
import type { PagePorts } from './ports';
import { recordReceipt } from './receipt';
import { rootCases } from './roots';
import { setUpCases } from './set-up';
import { signCases } from './sign-view';
import { tokenCases } from './tokens/token-cases';

/** The use cases for an extension page. */
export function openDesk(ports: PagePorts): Desk {
  const crls = createCrlStore(ports);
  return {
    ...peopleCases(ports),
    ...pharmacyCases(ports),
    ...setUpCases(ports, crls),
    ...keyCases(ports),
    ...rootCases(ports),
    ...listCases(ports, crls),
    ...clockCases(ports),
    ...signCases(ports, crls),
    ...tokenCases(ports, crls),
    ...orderCases(ports),
    ...besideCases(ports),
    importHistory: importHistory(ports),
    recordReceipt: recordReceipt(ports),
    due: () => dueView(ports),
  };
}
