export type { NativeDoor, NativePort } from './native-port';
export { createKeySession, type KeySession } from './key-session';
export { receiveKeys } from './key-channel';
export { unlockInWindow } from './unlock';
export type { KeyProtection, Signer } from './signer';
