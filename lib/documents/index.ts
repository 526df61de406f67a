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
export { readCsosOrder } from './read-csos-order';
export { writeCsosOrder } from './write-csos-order';
export { readX12Order } from './x12/read-x12-order';
export { writeX12Order } from './x12/write-x12-order';
