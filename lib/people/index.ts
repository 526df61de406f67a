export { roles, type Person, type PinHash, type Role } from './person';
export { acts, mayDo, rolesFor, type Act } from './may-do';
export { checkPin, hashPin } from './pin';
export type { PoaLetter, PoaRecord } from './poa-letter';
export type { Duty, DutyKind } from './duty';
export { defaultSettings, mustBeVerifiedBy, type Settings } from './settings';
export { enrolmentSteps, renewalSteps, type EnrolmentStep, type EnrolmentTick } from './enrolment-step';
