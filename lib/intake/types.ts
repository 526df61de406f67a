import type { Clock, DeaNumber, Finding } from '@/lib/base';
import type { Order } from '@/lib/order';
import type { Certificate, ParsedCrl } from '@/lib/pki';

/** What is looked at, in the order in which it is told. The last two only when asked for. */
export const orderChecks = [
  'signature',
  'signing-time',
  'certificate',
  'revocation',
  'profile',
  'fields',
  'registration',
  'schedules',
  'supplier',
  'number',
] as const;
export type OrderCheck = (typeof orderChecks)[number];

/** `not-checked`: it has to be known and isn't, so the order isn't valid. `not-asked`: the caller left it out. */
export type CheckResult = 'held' | 'failed' | 'not-checked' | 'not-asked';

export type OrderOutcome = 'valid' | 'invalid' | 'undecided';

/** One check's answer. */
export interface Judged {
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
}

/** A finding and the check that it belongs to. */
export interface OrderFinding extends Finding {
  readonly check: OrderCheck;
}

/** An order that was taken before. A null part is not compared. */
export interface SeenOrder {
  readonly number: string;
  readonly purchaserDea: string | null;
}

export interface VerifyOrderInput {
  /** CMS SignedData, in DER or BER. */
  readonly message: Uint8Array;
  /** What was signed, where the message doesn't carry it. */
  readonly content?: Uint8Array;
  /** The only trusted certificates. */
  readonly roots: readonly Certificate[];
  /** CA certificates that may stand between; none of them is trusted. */
  readonly authorities: readonly Certificate[];
  readonly crls: readonly ParsedCrl[];
  readonly clock: Clock;
  /** When the order arrived, in milliseconds since 1970; null: not known, so that it may have been any time until now. */
  readonly receivedAt: number | null;
  /** The supplier's own registration; null: not compared. */
  readonly supplierDea: DeaNumber | null;
  /** Orders taken before; null: not compared. */
  readonly seen: readonly SeenOrder[] | null;
}

export interface OrderVerdict {
  /** `valid` only where everything that 21 CFR 1311.55(c) asks for was done and held; nothing can override it. */
  readonly outcome: OrderOutcome;
  readonly valid: boolean;
  readonly checks: Readonly<Record<OrderCheck, CheckResult>>;
  readonly findings: readonly OrderFinding[];
  readonly signer: Certificate | null;
  /** Signer first, root last; empty where no path was found. */
  readonly path: readonly Certificate[];
  /** Milliseconds since 1970, as the signer claims. */
  readonly signingTime: number | null;
  /** Milliseconds since 1970: the moment as of which revocation was judged; null where it wasn't. */
  readonly statusAt: number | null;
  /** The very bytes that were signed. */
  readonly content: Uint8Array | null;
  readonly order: Order | null;
}
