export { isTaught, TAUGHT_PORTALS, type TaughtPortals } from './taught-portals';
export { watchForOrder } from './watch-for-order';
