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
export type { AskedOrder } from './asked/asked-order';
export { readAskedOrder } from './asked/read-asked-order';
export { fromCsv } from './csv/from-csv';
export { toCsv, type CsvColumn } from './csv/to-csv';
export { documentKind, type DocumentKind } from './document-kind';
export type { PrintModel } from './print/print-model';
export { printableOrder, type PrintFacts } from './print/printable-order';
export { readCsosOrder } from './read-csos-order';
export { readCsosResponse } from './read-csos-response';
export { readOrder } from './read-order';
export { statementText, type StatementFacts } from './statements/statement-text';
export { writeCsosOrder } from './write-csos-order';
export { documentForms, writeOrder, type DocumentForm } from './write-order';
export { longerThanX12 } from './x12/longer-than-x12';
export { readX12Acknowledgement } from './x12/read-x12-acknowledgement';
export { readX12Order } from './x12/read-x12-order';
export { readX12ShipNotice } from './x12/read-x12-ship-notice';
export { writeX12Order } from './x12/write-x12-order';
