export { readCsosOrder } from './read-csos-order';
export { writeCsosOrder } from './write-csos-order';
