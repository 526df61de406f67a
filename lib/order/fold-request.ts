import type { OrderEvent } from './events';
import type { RequestState, SigningRequest } from './request';
import type { WarnedOf } from './warned';

/** What the sign window last showed of a request that is unlike the usual orders. */
export interface WarnedRequest {
  /** Milliseconds. */
  readonly at: number;
  readonly level: WarnedOf['level'];
  readonly substances: readonly WarnedOf[];
}

/**
 * What a request's events add up to; null where none opens one. A signature is a fact and outweighs everything; otherwise
 * the first end counts. `version` counts the events, as `expectedVersion` of the next write.
 */
export function foldRequest(events: readonly OrderEvent[]): {
  readonly request: SigningRequest;
  readonly state: RequestState;
  readonly version: number;
  readonly warned?: WarnedRequest;
} | null {
  let request: SigningRequest | null = null;
  let warned: WarnedRequest | null = null;
  let state: RequestState = { phase: 'open' };
  for (const event of events) {
    if (event.type === 'request.opened') request ??= event.payload.request;
    else if (event.type === 'request.warned') {
      const { level, substances } = event.payload;
      warned = { at: event.time, level, substances };
    } else if (event.type === 'order.signed' && state.phase !== 'signed') {
      state = { phase: 'signed', orderNumber: event.payload.order.number };
    } else if (state.phase !== 'open') continue;
    else if (event.type === 'request.refused') state = { phase: 'refused', reason: event.payload.reason };
    else if (event.type === 'request.voided') state = { phase: 'void', fault: event.payload.fault };
  }
  return request && { request, state, version: events.length, ...(warned && { warned }) };
}
