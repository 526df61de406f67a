export { expect, test } from './fixtures';
export { panelOf, type Panel } from './panel';
export { EXTENSION_ID, type Extension } from './extension';
export type { World } from './start-world';
export {
  demoProducts,
  orderAtCascade,
  orderAtHarbor,
  orderAtMeridian,
  signAtCascade,
  type Packages,
} from './order-at';
export { opensslVerdict } from './openssl-verdict';
export { acceptHonesty, pressSign, refuseOrder, signOrder, type Approval } from './sign-window';
export { importKey, importPfx, openKeyStep, setUpPharmacy } from './set-up-pharmacy';
export { orderState, signatures, signedOrders } from './archive-reader';
export { recordReceipt } from './record-receipt';
export { recordAct } from './record-act';
export { answerFileDialogs, saveAsDownload, takeOut } from './browser-files';
