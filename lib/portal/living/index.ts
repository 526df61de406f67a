export { createLivingReader, type LivingReader } from './living-reader';
export { rowPlaces } from './row-places';
export { watchScrolling } from './watch-scrolling';
