export { dueKinds, type DueItem, type DueKind, type DueLevel, type Urgency } from './due';
export { dueItems } from './due-items';
export type { DueFacts } from './facts';
export { federalHolidays } from './federal-holidays';
export { receiptDue } from './receipt-due';
export { summaryOf, type DueSummary } from './summary';
