import type { Role } from './person';

/** What people do here, by who may. Only a certificate's holder signs (1311.30); everyone who counts may record it. */
const allowed = {
  'prepare-order': ['pic', 'signer', 'pharmacist', 'technician'],
  'sign-order': ['pic', 'signer'],
  'refuse-order': ['pic', 'signer'],
  'track-order': ['pic', 'signer', 'pharmacist', 'technician'],
  'record-receipt': ['pic', 'signer', 'pharmacist', 'technician'],
  'enter-record': ['pic', 'signer', 'pharmacist', 'technician'],
  'correct-record': ['pic', 'signer', 'pharmacist'],
  'record-legal-act': ['pic', 'signer', 'pharmacist'],
  'snooze-due': ['pic', 'signer', 'pharmacist'],
  'set-limit': ['pic', 'signer', 'pharmacist'],
  'request-increase': ['pic', 'signer', 'pharmacist'],
  'make-inspection-pack': ['pic', 'signer', 'pharmacist'],
  'import-certificate': ['pic', 'signer'],
  'change-setup': ['pic', 'signer'],
  'change-settings': ['pic', 'signer'],
  'manage-people': ['pic', 'signer'],
  'manage-poa': ['pic', 'signer'],
  'backup-archive': ['pic', 'signer'],
  'restore-archive': ['pic', 'signer'],
  'verify-archive': ['pic', 'signer', 'pharmacist', 'technician'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof allowed;
export const acts = Object.keys(allowed) as readonly Act[];

/** The roles that may do an act, the one that answers for all first. */
export function rolesFor(act: Act): readonly Role[] {
  return allowed[act];
}

export function mayDo(role: Role, act: Act): boolean {
  return rolesFor(act).includes(role);
}
