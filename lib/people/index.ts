export { roles, type Person, type PinHash, type Role } from './person';
export { acts, mayDo, rolesFor, type Act } from './may-do';
export { checkPin, hashPin } from './pin';
