export {
  defaultPorts,
  portalNames,
  startPortals,
  type PortalName,
  type PortalOptions,
  type Portals,
} from './start-portals';
export type { BookLine, BookOrder, Shipment, Stage } from './book/book-order';
export { stageOf } from './book/book-order';
export type { SupplierBook } from './book/supplier-book';
