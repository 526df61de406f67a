export type { BesideEvent, BesideEvents, BesideEventType } from './events';
export { besideKinds, comesIn, goesOut, type BesideKind, type BesideLine, type BesideRecord } from './record';
export { besideFlags, isBesideOpen, type BesideFlag, type BesideLineState, type BesideState } from './state';
export { checkRecord } from './check-record';
export { describeBeside } from './describe-beside';
export { foldBeside } from './fold-beside';
