import type { Fault } from '@/lib/base';
import type { OrderLink } from './facts';
import type { OrderDraft } from './order';

/** The document that asked, so that the answer goes there and nowhere else (attacks.md 73, 74). */
export interface PageBinding {
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
  /** The browser's own id of the very document; gone after any navigation. */
  readonly documentId: string;
}

/** How the answer goes back. */
export type Delivery = 'page-api' | 'page-field' | 'file';

/**
 * A wish to sign, stored before anything is shown so that nothing is lost if anything dies.
 * `now`: bound to its page, void once that is gone. `inbox`: prepared by a technician, signed later, delivered as a file
 * unless its page is still there.
 */
export interface SigningRequest {
  readonly id: string;
  readonly mode: 'now' | 'inbox';
  readonly draft: OrderDraft;
  /** Hash of what the page showed; a different one at approval means that the page changed. */
  readonly pageHash: string | null;
  readonly page: PageBinding | null;
  readonly delivery: Delivery;
  readonly supplierId: string | null;
  /** The number that the page showed, where it was used before and the order got another. */
  readonly replacedNumber?: string;
  /** The lost order in whose place this one is to be signed (1305.26). */
  readonly replaces?: OrderLink;
  readonly openedAt: number;
  readonly openedBy: string;
}

export type RequestState =
  | { readonly phase: 'open' }
  | { readonly phase: 'signed'; readonly orderNumber: string }
  | { readonly phase: 'refused'; readonly reason: string }
  | { readonly phase: 'void'; readonly fault: Fault };
