export { startBridge } from './bridge';
