/** What the panel can be asked to do. */
export type PanelAct = 'review' | 'prepare' | 'track' | 'place';

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
  }[];
  readonly level: 'none' | 'unchecked' | 'information' | 'caution' | 'stop';
  readonly levelWord: string;
  readonly actions: readonly (PanelAct | 'receive')[];
  readonly unreceived: readonly {
    readonly orderId: string;
    readonly number: string;
    readonly sentence: string;
  }[];
  readonly order: { readonly number: string | null; readonly state: string } | null;
  readonly notice: string | null;
}
