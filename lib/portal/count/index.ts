export { countingOn, type Counting } from './counting-on';
export { rowsOf } from './rows-of';
