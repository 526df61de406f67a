import type { Schedule } from '@/lib/base';

/** `pic`: pharmacist in charge. `signer`: holds a CSOS certificate. */
export const roles = ['pic', 'signer', 'pharmacist', 'technician'] as const;
export type Role = (typeof roles)[number];

/** Someone who works at this registration. The PIN says who is at the keyboard; it protects no key. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: PinHash;
  /** A POA letter may cover fewer schedules than the certificate (21 CFR 1305.05); null: no limit beyond it. */
  readonly scheduleLimit: readonly Schedule[] | null;
}

export interface PinHash {
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}
