export type { Answer, DeliveryOutcome, SenderKind, ToBackground, ToContent, Wire } from './protocol';
export { createSender, type Send, type Transport } from './send';
