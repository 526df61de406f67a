export {
  lineAnswers,
  orderAnswers,
  type AcknowledgedLine,
  type LineAnswer,
  type OrderAcknowledgement,
  type OrderAnswer,
  type ShipNotice,
  type ShippedLine,
} from './answers';
export { documentKind, type DocumentKind } from './document-kind';
export { readCsosOrder } from './read-csos-order';
export { readCsosResponse } from './read-csos-response';
export { readOrder } from './read-order';
export { writeCsosOrder } from './write-csos-order';
export { documentForms, writeOrder, type DocumentForm } from './write-order';
export { longerThanX12 } from './x12/longer-than-x12';
export { readX12Acknowledgement } from './x12/read-x12-acknowledgement';
export { readX12Order } from './x12/read-x12-order';
export { readX12ShipNotice } from './x12/read-x12-ship-notice';
export { writeX12Order } from './x12/write-x12-order';
