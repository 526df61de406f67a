export { detect, detectElements, type DetectOptions } from './detect';
export { detectElementsInSlices, detectInSlices, type SliceOptions } from './detect-in-slices';
export { fieldsOfLabel, normalLabel } from './label';
export type { LineElements } from './seen-line';
