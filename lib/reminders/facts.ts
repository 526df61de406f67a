import type { PlainDate } from '@/lib/base';
import type { OrderState, RequestState, SigningRequest } from '@/lib/order';
import type { Urgency } from './due';

/** All that reminders are made of; they read no archive, no certificate and no clock. */
export interface DueFacts {
  readonly orders: readonly OrderState[];
  readonly requests: readonly { readonly request: SigningRequest; readonly state: RequestState }[];
  readonly certificates: readonly {
    readonly sha256: string;
    readonly name: string;
    readonly notAfterDay: PlainDate;
  }[];
  /** By supplier id. */
  readonly supplierNames: ReadonlyMap<string, string>;
  readonly today: PlainDate;
  /** IANA zone of the registrant, in which the moments of requests become days. */
  readonly zone: string;
}

export function urgencyOf(dueOn: PlainDate, today: PlainDate): Urgency {
  return dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'soon';
}
