import type { Evidence, SeenLine, SeenPage } from '@/lib/portal';

const sure = (text: string): Evidence => ({ text, label: null, confidence: 1, where: 'table 1' });

export interface LineText {
  readonly ndc: string;
  readonly description: string;
  readonly packageSize?: string;
  readonly packages?: string;
  readonly schedule?: string;
  readonly shipped?: string;
}

export function seenLine({ ndc, description, packageSize, packages, schedule, shipped }: LineText): SeenLine {
  const optional = (text: string | undefined) => (text === undefined ? null : sure(text));
  return {
    ndc: sure(ndc),
    itemNumber: null,
    description: sure(description),
    strength: null,
    form: null,
    packageSize: optional(packageSize),
    packages: optional(packages),
    schedule: optional(schedule),
    shipped: optional(shipped),
    received: null,
    unit: null,
    cut: null,
    suggested: null,
  };
}

/** A page as the detector would describe it. */
export function seenPage(more: Partial<SeenPage> = {}): SeenPage {
  return {
    kind: 'order-form',
    url: 'https://meridian.example/review',
    orderNumber: null,
    supplierName: null,
    supplierDea: null,
    purchaserDea: null,
    state: null,
    statement: null,
    shipDate: null,
    invoiceNumber: null,
    missing: null,
    lines: [],
    orders: [],
    ...more,
  };
}

export const oxycodone: LineText = {
  ndc: '99901-0110-01',
  description: 'OXYCODONE HCL 10MG TAB',
  packageSize: '100',
  packages: '3',
  schedule: 'C-II',
};
export const methylphenidate: LineText = {
  ndc: '99901-0120-01',
  description: 'METHYLPHENIDATE HCL 20MG TAB',
  packageSize: '100',
  packages: '2',
  schedule: '2N',
};
export const text = sure;
export const status = (words: string): Evidence => ({ ...sure(words), label: 'Status' });
