/** What the panel can be asked to do. */
export type PanelAct = 'review' | 'prepare' | 'track' | 'place' | 'count' | 'uncount' | 'backfill' | 'teach';

/** A press on the page's own submit that is to be held, once, and why. Sentences come finished. */
export interface PanelHold {
  /** One for each cause: it names this very order as it stands, its lines, level and day. What was held once isn't again. */
  readonly keys: readonly string[];
  readonly reasons: readonly string[];
  /** Nothing else than that it isn't signed: a site that asks for the signature by itself isn't held for it. */
  readonly unsignedOnly: boolean;
}

/**
 * What the panel draws. `PanelView` of desk is one; the shape is stated here because a page's script knows nothing of
 * desk. Texts come finished; nothing in it is about another supplier.
 */
export interface PanelContent {
  readonly supplierName: string;
  readonly title: string;
  readonly lines: readonly {
    readonly name: string;
    readonly ndc: string | null;
    readonly packageSize: number | null;
    readonly packages: number | null;
    readonly schedule: string | null;
    readonly gaps: readonly string[];
    /** What was read with doubt, in a few words each: "quantity not sure". */
    readonly doubts: readonly string[];
  }[];
  /** That the page says there are more lines than it shows; null where nothing says so. */
  readonly missing: string | null;
  readonly level: 'none' | 'unchecked' | 'information' | 'caution' | 'stop';
  readonly levelWord: string;
  readonly actions: readonly (PanelAct | 'receive' | 'teach')[];
  readonly unreceived: readonly {
    readonly orderId: string;
    readonly number: string;
    readonly sentence: string;
  }[];
  readonly order: { readonly number: string | null; readonly state: string } | null;
  readonly notice: string | null;
  /** Said before all else, and at once: the page is no longer what was signed. */
  readonly alarm?: string | null;
  readonly hold: PanelHold | null;
}
