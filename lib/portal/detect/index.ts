export { detect, type DetectOptions } from './detect';
