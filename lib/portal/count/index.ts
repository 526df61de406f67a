export { countingOn, type Counting } from './counting-on';
export { countingPanel } from './counting-panel';
export type { CountsUndone, CountsWritten, CountToWrite } from './counts';
