export { readTrust } from './read-trust';
export { VerifierError } from './verifier-error';
export { verifyOrder } from './verify-order';
export type * from './types';
