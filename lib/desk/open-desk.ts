import { archiveCases } from './archive/archive-cases';
import { besideCases } from './beside/beside-cases';
import { createCrlStore } from './lists/crl-store';
import { clockCases } from './clock/clock-cases';
import type { Desk } from './desk';
import { snooze } from './due/snooze';
import { dueView } from './due-view';
import { dispensingCases } from './dispensing/dispensing-cases';
import { copyCases } from './copy/copy-cases';
import { historyCases } from './history/history-cases';
import { inspectionCases } from './inspection/inspection-pack';
import { keyCases } from './keys/key-cases';
import { listCases } from './lists/list-cases';
import { orderCases } from './orders';
import { peopleCases } from './people';
import { pharmacyCases } from './pharmacy/pharmacy-cases';
import { orderLifeCases } from './orders-life/order-life-cases';
import type { PagePorts } from './ports';
import { profileCases } from './profiles/profile-cases';
import { productCases } from './products/product-cases';
import { printOrder } from './print-order';
import { recordReceipt } from './receipt';
import { rootCases } from './roots';
import { setUpCases } from './set-up';
import { somCases } from './som/som-cases';
import { signCases } from './sign-view';
import { submissionCases } from './submissions';
import { supplierFileCases } from './supplier-files/supplier-file-cases';
import { tokenCases } from './tokens/token-cases';
import { warnedCases } from './warned/warned-cases';

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
    ...warnedCases(ports),
    ...tokenCases(ports, crls),
    ...orderCases(ports),
    ...orderLifeCases(ports),
    printOrder: printOrder(ports),
    ...besideCases(ports),
    ...supplierFileCases(ports),
    ...inspectionCases(ports),
    ...archiveCases(ports),
    ...copyCases(ports),
    ...historyCases(ports),
    ...dispensingCases(ports),
    ...somCases(ports),
    ...submissionCases(ports),
    ...profileCases(ports),
    ...productCases(ports),
    recordReceipt: recordReceipt(ports),
    due: () => dueView(ports),
    snooze: snooze(ports),
  };
}
