import type { OrderEvent } from './events';
import type { RequestState, SigningRequest } from './request';

/**
 * What a request's events add up to; null where none opens one. A signature is a fact and outweighs everything; otherwise
 * the first end counts. `version` counts the events, as `expectedVersion` of the next write.
 */
export function foldRequest(
  events: readonly OrderEvent[],
): { readonly request: SigningRequest; readonly state: RequestState; readonly version: number } | null {
  let request: SigningRequest | null = null;
  let state: RequestState = { phase: 'open' };
  for (const event of events) {
    if (event.type === 'request.opened') request ??= event.payload.request;
    else if (event.type === 'order.signed' && state.phase !== 'signed') {
      state = { phase: 'signed', orderNumber: event.payload.order.number };
    } else if (state.phase !== 'open') continue;
    else if (event.type === 'request.refused') state = { phase: 'refused', reason: event.payload.reason };
    else if (event.type === 'request.voided') state = { phase: 'void', fault: event.payload.fault };
  }
  return request && { request, state, version: events.length };
}
