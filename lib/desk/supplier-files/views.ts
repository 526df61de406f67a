import type { Actor } from '../act-as';

/** What a supplier's file said of orders that are known here. */
export interface SupplierFileReport {
  readonly orders: readonly {
    readonly orderId: string;
    readonly number: string;
    /** False: everything it says was known before. */
    readonly isNew: boolean;
  }[];
  /** As the file names them: orders that aren't here, belong to somebody else, or whose shipment is taken back. */
  readonly left: readonly { readonly reference: string; readonly why: SupplierFileLeft }[];
}

export const supplierFileLeft = [
  'unknown-order',
  'other-party',
  'shipment-changed',
  'lines-unclear',
] as const;
export type SupplierFileLeft = (typeof supplierFileLeft)[number];

export interface SupplierFileCases {
  /**
   * Reads an 855, an 856 or a CSOSOrder response that a supplier offers, and records what it says of orders known here;
   * reading it again changes nothing. Throws `supplier-file/unknown-kind`, `document/*`, `people/*`.
   */
  readSupplierFile(act: Actor & { readonly bytes: Uint8Array<ArrayBuffer> }): Promise<SupplierFileReport>;
}
