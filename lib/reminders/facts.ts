import type { PlainDate } from '@/lib/base';
import type { BesideState, OrderState, RequestState, SigningRequest } from '@/lib/order';
import type { DueLevel, Urgency } from './due';

/** All that reminders are made of; they read no archive, no certificate and no clock. Only what is open: never the history. */
export interface DueFacts {
  readonly orders: readonly OrderState[];
  readonly requests: readonly { readonly request: SigningRequest; readonly state: RequestState }[];
  /** Records beside CSOS that ask for something. */
  readonly beside: readonly BesideState[];
  readonly certificates: readonly {
    readonly sha256: string;
    /** Person and location: a later certificate of the same holder is the renewal (21 CFR 1311.35). */
    readonly holder: string;
    readonly name: string;
    readonly notAfterDay: PlainDate;
  }[];
  /** What DEA must be told within hours and nobody has noted as told. */
  readonly duties: readonly {
    readonly id: string;
    readonly kind: 'poa-departed' | 'key-compromised';
    /** Whose authority or key it is. */
    readonly about: string;
    /** Milliseconds since 1970. */
    readonly dueAt: number;
  }[];
  /** CAs of certificates that sign here, of which every revocation list that is here has ended. */
  readonly staleLists: readonly {
    readonly issuer: string;
    readonly name: string;
    readonly endedOn: PlainDate;
  }[];
  /** The copy outside this browser, once it is stale; null where it isn't. */
  readonly staleCopy: {
    readonly everMade: boolean;
    /** Records that lie on this computer alone, and the day of the oldest of them. */
    readonly newEvents: number;
    readonly since: PlainDate;
  } | null;
  /** This version couldn't make the overview of the records anew, and writes nothing. */
  readonly readOnly: boolean;
  /** Ways to a certificate that somebody has begun, with their next step in words. */
  readonly enrolment: readonly { readonly about: string; readonly name: string; readonly step: string }[];
  /** By supplier id. */
  readonly supplierNames: ReadonlyMap<string, string>;
  readonly settings: {
    /** Business days from shipment, or else from the order, to expected delivery. */
    readonly deliveryBusinessDays: number;
    /** Beside the federal holidays. */
    readonly extraHolidays: readonly PlainDate[];
  };
  /** By key of what is due. */
  readonly snoozed: Readonly<Record<string, { readonly until: PlainDate }>>;
  /** Milliseconds since 1970; `today` is its day in `zone`. */
  readonly now: number;
  readonly today: PlainDate;
  /** Today at each location, by DEA number: an order's days are counted where it belongs; `today` for what is of none. */
  readonly todayAt?: ReadonlyMap<string, PlainDate>;
  /** IANA zone of the registrant, in which moments become days. */
  readonly zone: string;
}

export function urgencyOf(dueOn: PlainDate, today: PlainDate): Urgency {
  return dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'soon';
}

/** How loudly an urgency speaks where nothing else is said. */
export const levelOf = { overdue: 'loud', today: 'normal', soon: 'quiet' } as const satisfies Record<
  Urgency,
  DueLevel
>;
