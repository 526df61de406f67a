export {
  orderChecks,
  type CheckResult,
  type OrderCheck,
  type OrderFinding,
  type OrderOutcome,
  type OrderVerdict,
  type SeenOrder,
  type VerifyOrderInput,
} from './types';
export { verifyOrder } from './verify-order';
