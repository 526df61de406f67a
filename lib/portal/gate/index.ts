export { mayBeOrder } from './may-be-order';
export { watchForOrder } from './watch-for-order';
