export { countingOn, type Counting } from './counting-on';
export type { CountsUndone, CountsWritten, CountToWrite } from './counts';
