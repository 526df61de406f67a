export { FrameParser, type Frame } from './frame-parser';
export { frameOf } from './frame-of';
export { parseBody } from './parse-body';
export { readFrames } from './read-frames';
