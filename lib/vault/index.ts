export { openVault, type Vault } from './vault';
export type { KeyAlgorithm } from './wrapped-key';
