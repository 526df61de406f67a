export { dueKinds, type DueItem, type DueKind, type DueLevel, type Urgency } from './due';
export { dueItems } from './due-items';
export type { DueFacts } from './facts';
export { federalHolidays } from './federal-holidays';
export { summaryOf, type DueSummary } from './summary';
