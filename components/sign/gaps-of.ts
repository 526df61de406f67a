import type { ErrorCode } from '@/lib/base';
import type { DraftLine, OrderDraft } from '@/lib/order';

export const supplierFields = ['name', 'deaNumber', 'street', 'city', 'state', 'postalCode'] as const;
export type SupplierField = (typeof supplierFields)[number];

export interface LineGap {
  readonly line: DraftLine;
  readonly packageSize: boolean;
  readonly schedule: boolean;
  /** Fields to compare with the supplier's page. */
  readonly doubtful: DraftLine['doubtful'];
}

export interface Gaps {
  readonly supplier: readonly SupplierField[];
  readonly lines: readonly LineGap[];
}

/** Findings that the fields under "Complete the order" ask for, so they aren't said twice. */
export const gapCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'order/line-package-size-missing',
  'order/line-schedule-unknown',
  'order/line-doubtful',
  'order/supplier-name-missing',
  'order/supplier-dea-missing',
  'order/supplier-address-missing',
]);

/**
 * What the signer can complete: 1305.21 lets the purchaser fill in all of it, the page left it out or read badly.
 * The number of packages is never among it: that is corrected on the supplier's page.
 */
export function gapsOf(draft: OrderDraft): Gaps {
  const { name, deaNumber, address } = draft.supplier;
  const supplier = { name, deaNumber, ...address };
  return {
    supplier: supplierFields.filter((field) => !supplier[field]),
    lines: draft.lines
      .map((line) => ({
        line,
        packageSize: line.packageSize === null || line.doubtful.includes('packageSize'),
        schedule: line.schedule === null || line.doubtful.includes('schedule'),
        doubtful: line.doubtful,
      }))
      .filter((gap) => gap.packageSize || gap.schedule || gap.doubtful.length > 0),
  };
}
