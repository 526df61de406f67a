export type { ChildLink } from './child-link';
export { startChild } from './start-child';
export { supervise, type LegOf, type ModuleCommand, type Supervisor } from './supervise';
