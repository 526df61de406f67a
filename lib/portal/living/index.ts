export { createLivingReader, type LivingReader } from './living-reader';
export { readWhileScrolling } from './read-while-scrolling';
export { rowPlaces } from './row-places';
export { watchScrolling } from './watch-scrolling';
