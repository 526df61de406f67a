export { createKeySession, type KeySession } from './key-session';
export { receiveKeys } from './key-channel';
export { unlockInWindow } from './unlock';
export type { Signer } from './signer';
