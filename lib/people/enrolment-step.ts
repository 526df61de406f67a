/**
 * From the application to the first signature, and each renewal. What DEA's certification authority does on its side, and in
 * which order, is assumed from its public instructions and 90 FR 47566.
 */
export const enrolmentSteps = [
  'application',
  'registrations-listed',
  'poa-uploaded',
  'agreement',
  'codes-received',
  'retrieved',
  'imported',
  'first-signature',
] as const;
export const renewalSteps = [
  'renewal-application',
  'renewal-codes',
  'renewal-retrieved',
  'renewal-imported',
] as const;

export type EnrolmentStep = (typeof enrolmentSteps)[number] | (typeof renewalSteps)[number];

/** A step that a person ticked, or took back. */
export interface EnrolmentTick {
  readonly step: EnrolmentStep;
  /** Whose enrolment (a person), or which certificate's renewal (SHA-256). */
  readonly about: string;
  readonly done: boolean;
  readonly at: number;
  readonly who: string;
}

/** What was never seen in detail: shown as such, and DEA's site is right where it says otherwise. */
export const assumedSteps: ReadonlySet<EnrolmentStep> = new Set([
  'registrations-listed',
  'codes-received',
  'renewal-application',
  'renewal-codes',
  'renewal-retrieved',
]);
