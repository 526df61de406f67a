export { nameOf } from './control';
export { startInterception, type InterceptOptions } from './start-interception';
