/**
 * The part of base that a supplier's page may load: no calendar, no hashes. Gate, detector and the messages they
 * send import this face; everything else imports `@/lib/base`.
 */
export { CountersignError, faultOf } from './errors';
export { limits } from './limits';
export { parseDeaNumber } from './dea-number';
export { parseNdc } from './ndc';
export { ORDER_NUMBER_ANYWHERE } from './order-number';
export { parseSchedule } from './schedule';
