export { startBridge } from './bridge';
export { isHeardFrame } from './heard-frame';
