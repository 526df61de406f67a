export { dueKinds, type DueItem, type DueKind, type Urgency } from './due';
