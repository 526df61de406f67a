export { startBridge, type BridgeOptions } from './bridge';
