export { startTeaching, type TeachPorts } from './start-teaching';
