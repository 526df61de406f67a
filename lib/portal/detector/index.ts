export { runDetector } from './run-detector';
