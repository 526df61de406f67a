export type { Address, DraftLine, DraftParty, Order, OrderDraft, OrderLine, Party } from './order';
export type { Delivery, PageBinding, RequestState, SigningRequest } from './request';
export type {
  EventId,
  InvoiceShipped,
  LineCut,
  LineQuantity,
  OrderLink,
  PageDifference,
  Seen,
} from './facts';
export {
  correctableTypes,
  type CorrectableType,
  type OrderEvent,
  type OrderEvents,
  type OrderEventType,
  type SigningCircumstances,
  type SigningClock,
} from './events';
export { discrepancies, type Discrepancy, type ReceivedLine, type ReceivedLot } from './received-line';
export { sameCount } from './same-count';
export { somReasonKinds, type SomReasonGiven, type SomReasonKind } from './som-reason';
export type { LoweredQuantity, WarnedOf } from './warned';
export { statementKinds, type Statement, type StatementKind, type StoredFile } from './statement';
export { orderPhases, type LineState, type OrderPhase, type OrderState } from './state';
export { isPackages } from './check-line';
export { checkOrder } from './check-order';
export { completeOrder } from './complete-order';
export { isOfSom } from './describe-details';
export { describeDifference } from './describe-difference';
export { describeEvent, type Described } from './describe-event';
export { describeHistory, type HistoryEntry } from './describe-history';
export { draftOf } from './draft-of';
export { orderFlags, type OrderFlag } from './flags';
export { effectiveEvents, isCorrectable } from './effective-events';
export { foldOrder } from './fold-order';
export { foldRequest, type WarnedRequest } from './fold-request';
export { judgeAct, type LegalAct } from './judge-act';
export { judgeReason, type ReasonLack } from './judge-reason';
export { judgeCorrection } from './judge-correction';
export { orderFields, type OrderField } from './order-fields';
export { hasHiddenCharacters } from './hidden-characters';
export {
  besideFlags,
  besideKinds,
  checkRecord,
  comesIn,
  describeBeside,
  foldBeside,
  goesOut,
  isBesideOpen,
  type BesideEvent,
  type BesideEvents,
  type BesideEventType,
  type BesideFlag,
  type BesideKind,
  type BesideLine,
  type BesideLineState,
  type BesideRecord,
  type BesideState,
} from './beside';
