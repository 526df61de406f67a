export { faultFor } from './fault-for';
export type { Handlers } from './handlers';
export { serve, type Wire } from './serve';
