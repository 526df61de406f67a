export { errorCodes, type ErrorCode } from './error-codes';
export {
  CountersignError,
  faultOf,
  finding,
  type Fault,
  type Finding,
  type Params,
  type Severity,
} from './errors';
export { limits } from './limits';
export { fixedClock, systemClock, type Clock } from './clock';
export {
  addDays,
  daysBetween,
  legalDay,
  nextBusinessDay,
  parsePlainDate,
  type PlainDate,
} from './plain-date';
export { hasKnownDeaPrefix, parseDeaNumber, type DeaNumber } from './dea-number';
export { formatNdc, parseNdc, type Ndc11 } from './ndc';
export {
  formatSchedule,
  needsSignedOrder,
  parseSchedule,
  schedules,
  type Schedule,
  type ScheduleOrNone,
} from './schedule';
export {
  composeOrderNumber,
  formatOrderNumber,
  isOfYear,
  ORDER_NUMBER_ANYWHERE,
  parseOrderNumber,
  type OrderNumber,
} from './order-number';
export { equalBytes, fromBase64, sha256Hex, toBase64, utf8 } from './bytes';
export { guarded, storageFault } from './storage-fault';
export { omit } from './omit';
export { oneAtATime } from './one-at-a-time';
export { spacedTry, waitAfterTries, type SpacedTries } from './spaced-tries';
export { canonicalJson, type Json } from './canonical-json';
