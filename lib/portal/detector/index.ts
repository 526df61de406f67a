export { runDetector, type DetectorAnswers, type DetectorPorts } from './run-detector';
