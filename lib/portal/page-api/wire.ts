import type { PageApiAnswer, PageApiOrder } from './question';

/**
 * What the site's module posts to its own window, with a port for the answer. Version 1. `request` hands an order over in
 * one of three forms; `submitted` says of an earlier request's nonce that the supplier's server took the signed order.
 */
export interface PageQuestion {
  readonly countersign: 'page-api';
  readonly version: 1;
  readonly type: 'hello' | 'request' | 'submitted';
  readonly nonce: string;
  readonly order?: PageApiOrder;
  readonly xml?: string;
  readonly x12?: string;
}

/** What comes back on the port, and only there: first that somebody listens, then the answer. */
export type PageReply =
  | { readonly type: 'hello'; readonly version: 1 }
  | { readonly type: 'answer'; readonly answer: PageApiAnswer | { readonly status: 'noted' } };

/** What the module says on the port: it has the signed order; or nobody waits for the answer any more. */
export type PageRemark = { readonly type: 'ack' } | { readonly type: 'leave' };
