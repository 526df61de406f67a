export type { Address, DraftLine, DraftParty, Order, OrderDraft, OrderLine, Party } from './order';
export type { Delivery, PageBinding, RequestState, SigningRequest } from './request';
export type { LineQuantity, OrderEvent, OrderEvents, OrderEventType, Seen, SigningCircumstances } from './events';
export { orderPhases, type LineState, type OrderPhase, type OrderState } from './state';
