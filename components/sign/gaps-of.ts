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
  /** The page stated more lines than were read. */
  readonly missing: OrderDraft['missing'] | null;
}

/** Where a finding (`Finding.field`) speaks of a part of the supplier. */
export const supplierPlace = (field: SupplierField): string =>
  field === 'name' || field === 'deaNumber' ? `supplier.${field}` : `supplier.address.${field}`;

/**
 * What the signer can complete: 1305.21 lets the purchaser fill in all of it, the page left it out or read badly, or it
 * can't be used as it stands (`asked`: places such as `supplier.address.state`, for “Texas”). The number of packages is
 * never among it: that is corrected on the supplier's page.
 */
export function gapsOf(draft: OrderDraft, asked: ReadonlySet<string>): Gaps {
  const supplier = supplierValues(draft);
  return {
    supplier: supplierFields.filter((field) => !supplier[field] || asked.has(supplierPlace(field))),
    lines: draft.lines
      .map((line) => {
        const open = (name: 'packageSize' | 'schedule') =>
          line[name] === null ||
          line.doubtful.includes(name) ||
          asked.has(`lines.${line.lineNumber}.${name}`);
        return {
          line,
          packageSize: open('packageSize'),
          schedule: open('schedule'),
          doubtful: line.doubtful,
        };
      })
      .filter((gap) => gap.packageSize || gap.schedule || gap.doubtful.length > 0),
    missing: draft.missing ?? null,
  };
}

/** The supplier as its page gave it. */
export function supplierValues({ supplier }: OrderDraft): Readonly<Record<SupplierField, string | null>> {
  const { name, deaNumber, address } = supplier;
  const { street, city, state, postalCode } = address;
  return { name, deaNumber, street, city, state, postalCode };
}
