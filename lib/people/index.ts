export { roles, type Person, type PinHash, type Role } from './person';
