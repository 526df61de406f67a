export { roles, type Person, type PinHash, type Role } from './person';
export { acts, mayDo, rolesFor, type Act } from './may-do';
export { checkPin, hashPin } from './pin';
export type { PoaLetter, PoaRecord } from './poa-letter';
export { letterStanding, poaStanding, type LetterStanding, type PoaStanding } from './poa-standing';
export type { Duty, DutyKind } from './duty';
export { defaultSettings, mustBeVerifiedBy, type Settings } from './settings';
export { enrolmentLists, type EnrolmentFacts, type EnrolmentList } from './enrolment';
export {
  assumedSteps,
  enrolmentSteps,
  renewalSteps,
  type EnrolmentStep,
  type EnrolmentTick,
} from './enrolment-step';
