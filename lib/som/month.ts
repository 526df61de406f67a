import type { PlainDate } from '@/lib/base';

/** A calendar month of one substance, as limits and pictures need it. Units are dosage units: tablets, patches, millilitres. */
export interface SubstanceMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly suppliers: readonly { readonly supplierId: string; readonly units: number }[];
  /** Days on which something was ordered or went back; `orders` counts each supplier's day once, returns not at all. */
  readonly days: readonly { readonly date: PlainDate; readonly units: number; readonly orders: number }[];
}
