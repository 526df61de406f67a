export { watchForOrder } from './watch-for-order';
