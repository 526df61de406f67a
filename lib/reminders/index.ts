export { dueKinds, type DueItem, type DueKind, type Urgency } from './due';
export { badgeCount, dueItems } from './due-items';
export type { DueFacts } from './facts';
export { federalHolidays } from './federal-holidays';
