import type { Fault } from '@/lib/base';
import type { DueView, PanelAction, PanelView } from '@/lib/desk';
import type { SomReasonGiven } from '@/lib/order';
import type {
  CountsUndone,
  CountsWritten,
  CountToWrite,
  PortalProfile,
  ReadingRules,
  SeenPage,
} from '@/lib/portal';
import type { PageApiAnswer, PageApiRequest, Placed, Placement } from '@/lib/portal';
import type { SignEdits } from '@/lib/desk';

/**
 * Who may send a message, as the browser says it (never the message itself): `content` = our script in a granted page,
 * `page` = any of our own extension pages.
 */
export type SenderKind = 'content' | 'page';

/** What the panel asks the background to do with a page. */
export type PageAction = Exclude<PanelAction, 'receive' | 'teach'>;

/** Everything that is sent to the background, with what it answers. */
export interface ToBackground {
  /** Gate: this page settled and may be an order; let the detector in. */
  'page.settled': { payload: Record<never, never>; answer: void };
  /** Detector: what the page shows. Answers what the panel is to show; null: nothing to say about this page. */
  'page.seen': { payload: SeenPage; answer: PanelView | null };
  /**
   * Panel: the user pressed a button. `review` opens the sign window, `prepare` puts it under Ready to sign, `place` puts a
   * signed order into the page, `count` what was counted into the supplier's form, `backfill` takes unknown orders into the history.
   */
  'page.act': {
    payload: { readonly action: PageAction; readonly page: SeenPage };
    answer: PanelView | null;
  };
  /** Detector: a press on the page's own submit was held, by these keys; it isn't again. */
  'page.submit-held': { payload: { readonly keys: readonly string[] }; answer: void };
  /** Panel: the person submits anyway the order that was held by these keys, as it was read then, and says why. */
  'page.submit-anyway': {
    payload: { readonly reason: string; readonly page: SeenPage; readonly keys: readonly string[] };
    answer: PanelView | null;
  };
  /** Panel: open the receive page of an order. */
  'page.receive': { payload: { readonly orderId: string }; answer: void };
  /** Detector: the document is left; nothing needs to be told to it any more. */
  'page.gone': { payload: Record<never, never>; answer: void };
  /** Page API: the site asks for a signature. Answers when the user has decided. */
  'page.api': { payload: PageApiRequest; answer: PageApiAnswer };
  /** Page API: may this frame ask at all? Fails where it may not; the page then hears nothing. */
  'page.hello': { payload: Record<never, never>; answer: void };
  /** Page API: the site's module has the signed order of its request. */
  'page.ack': { payload: { readonly nonce: string }; answer: void };
  /** Page API: the site says that its server took the signed order of its request. */
  'page.submitted': { payload: { readonly nonce: string }; answer: void };
  /** Panel: let the user point at values of this page and say what they are. */
  'page.teach': { payload: Record<never, never>; answer: void };
  /** Detector and teaching: what is known of the portal that this page belongs to; null: nothing. */
  'page.profile': { payload: Record<never, never>; answer: PortalProfile | null };
  /** Teaching: rules that a person made on this page and wants kept. Answers whose profile now has them. */
  'page.taught': { payload: { readonly reading: ReadingRules }; answer: { readonly supplier: string } };
  /** Popup: what is due. */
  'due.get': { payload: Record<never, never>; answer: DueView };
  /** An extension page wrote to the archive: badge and panels are recomputed. */
  'archive.changed': { payload: Record<never, never>; answer: void };
  /** Popup or workspace: the user granted or took back a supplier's site. */
  'sites.changed': { payload: Record<never, never>; answer: void };
  /** Popup: let the user point at values of the page in a tab that has no panel. */
  'teach.start': { payload: { readonly tabId: number }; answer: void };
  /** Open the sign window for a request of the inbox. */
  'sign.open': { payload: { readonly requestId: string }; answer: void };
  /** Sign window: the signer approves exactly this document. The key came by BroadcastChannel before. */
  'sign.approve': {
    payload: {
      readonly requestId: string;
      /** Base64 of the bytes that were shown. */
      readonly document: string;
      readonly edits: SignEdits;
      /** Why the order is right, where it is far from the usual. */
      readonly reason: SomReasonGiven | null;
      /** Why it is less than was shown as unusual shortly before, where it is. */
      readonly lowered: string | null;
    };
    answer: { readonly orderNumber: string; readonly delivered: DeliveryOutcome };
  };
  /**
   * Sign window: which certificate's key is open, until when (milliseconds since 1970) if it isn't used before; null: none.
   * So that the next order of the same window needs no password.
   */
  'sign.held': {
    payload: Record<never, never>;
    answer: { readonly certificate: string; readonly until: number } | null;
  };
  /** Sign window: closed or refused; the key is forgotten. */
  'sign.lock': { payload: Record<never, never>; answer: void };
}

/** Whether the signed order reached the page that asked. `file`: it is to be saved and handed over. */
export type DeliveryOutcome = { readonly to: 'page' | 'field' | 'file'; readonly fault: Fault | null };

/** What the background asks of the content script in one very document. */
export interface ToContent {
  /** What the page shows at this moment; re-read at approval (attacks.md 73, 93). */
  'content.read': { payload: Record<never, never>; answer: SeenPage };
  /** Put the signed order where the profile says. */
  'content.deliver': { payload: Placement; answer: Placed };
  /** The portal's profile changed: the page is read again by it. */
  'content.profile': { payload: { readonly profile: PortalProfile | null }; answer: void };
  /** Put what was counted into the supplier's receiving form; ticks and presses nothing. Answers what the form took. */
  'content.count': {
    payload: { readonly lines: readonly CountToWrite[]; readonly profile: PortalProfile | null };
    answer: CountsWritten;
  };
  /** Put back what the form showed before. */
  'content.uncount': { payload: Record<never, never>; answer: CountsUndone };
  /** The view changed (an order was signed, received, …). */
  'content.panel': { payload: { readonly view: PanelView | null }; answer: void };
}

/** How a message travels. The version guards against scripts of an older build that still live in a page. */
export interface Wire<N extends string = string, P = unknown> {
  readonly countersign: string;
  readonly name: N;
  readonly payload: P;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };
