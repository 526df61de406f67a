import type { PageApiAnswer, PageApiOrder } from './question';

/** What the site's module posts to its own window, with a port for the answer. Version 1. */
export interface PageQuestion {
  readonly countersign: 'page-api';
  readonly version: 1;
  readonly type: 'hello' | 'request';
  readonly nonce: string;
  readonly order?: PageApiOrder;
}

/** What comes back on the port, and only there: first that somebody listens, then the answer. */
export type PageReply =
  | { readonly type: 'hello'; readonly version: 1 }
  | { readonly type: 'answer'; readonly answer: PageApiAnswer };
