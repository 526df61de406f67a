export type { Address, DraftLine, DraftParty, Order, OrderDraft, OrderLine, Party } from './order';
export type { Delivery, PageBinding, RequestState, SigningRequest } from './request';
export type {
  LineQuantity,
  OrderEvent,
  OrderEvents,
  OrderEventType,
  Seen,
  SigningCircumstances,
  SigningClock,
} from './events';
export { orderPhases, type LineState, type OrderPhase, type OrderState } from './state';
export { checkOrder } from './check-order';
export { completeOrder } from './complete-order';
export { describeEvent } from './describe-event';
export { draftOf } from './draft-of';
export { orderFlags, type OrderFlag } from './flags';
export { foldOrder } from './fold-order';
export { foldRequest } from './fold-request';
export { hasHiddenCharacters } from './hidden-characters';
