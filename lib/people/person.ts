import type { PlainDate, Schedule } from '@/lib/base';

/** `pic`: pharmacist in charge. `signer`: holds a CSOS certificate. */
export const roles = ['pic', 'signer', 'pharmacist', 'technician'] as const;
export type Role = (typeof roles)[number];

/** Someone who works, or worked, at this pharmacy. The PIN says who is at the keyboard; it protects no key. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: PinHash;
  /** Of records from before there were POA letters here; letters count now (`poaStanding`). */
  readonly scheduleLimit?: readonly Schedule[] | null;
  /** Left that day: signs in no more; what they did stays theirs. */
  readonly left?: PlainDate;
}

export interface PinHash {
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}
