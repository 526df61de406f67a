import { limits, type PlainDate } from '@/lib/base';
import type { Role } from './person';

/** What a pharmacy decides for itself, or its state for it. */
export interface Settings {
  /** Never less than two (21 CFR 1305.27); some states want more. A location may have years of its own. */
  readonly retentionYears: number;
  /** A hold on all locations stands, so nothing is purged. Follows from the holds; nobody sets it. */
  readonly legalHold: boolean;
  /** Some states want a pharmacist to sign for what came, whoever counted it. */
  readonly pharmacistMustReceive: boolean;
  /** The supplier wants schedule II apart from all else. */
  readonly separateCii: boolean;
  /** Business days from order to expected delivery. */
  readonly deliveryBusinessDays: number;
  /** Days on which nobody delivers, beside the federal holidays. */
  readonly extraHolidays: readonly PlainDate[];
  /** `HH:MM` in the registrant's zone; between the two only what is loud is shown. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  /** A daily copy older than this is pointed out. */
  readonly copyEveryHours: number;
  /** A press on a supplier's own submit is held once where something speaks against the order. */
  readonly intercept: boolean;
}

export const defaultSettings: Settings = {
  retentionYears: limits.retentionYears,
  legalHold: false,
  pharmacistMustReceive: false,
  separateCii: false,
  deliveryBusinessDays: 1,
  extraHolidays: [],
  quietFrom: null,
  quietUntil: null,
  copyEveryHours: 24,
  intercept: true,
};

/** Roles of which one must verify what somebody of `role` counted; null where whoever counted is enough. */
export function mustBeVerifiedBy(
  role: Role,
  { pharmacistMustReceive }: Pick<Settings, 'pharmacistMustReceive'>,
): readonly Role[] | null {
  return pharmacistMustReceive && role === 'technician' ? ['pic', 'signer', 'pharmacist'] : null;
}
