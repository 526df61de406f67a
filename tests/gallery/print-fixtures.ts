import type { PrintModel } from '@/lib/documents';
import type { Statement } from '@/lib/order';
import { statementText } from '@/lib/documents';
import { clock, day, draft, number, order, registrant } from './fixtures';

const { lines, supplier, purchaser } = draft;
const receipt = (packages: number, date: string) => ({
  packages,
  date: day(date),
  countedBy: 'Ben Okafor',
  verifiedBy: 'Ana Ruiz, PharmD',
  deliveryNote: null,
  corrected: false,
});

export const printModel: PrintModel = {
  number: order.number,
  kind: 'signed',
  phase: 'partly-received',
  orderedOn: order.date,
  supplier,
  purchaser,
  lines: lines.map((line, index) => ({
    ...line,
    ndc: line.ndc11 && `${line.ndc11.slice(0, 5)}-${line.ndc11.slice(5, 9)}-${line.ndc11.slice(9)}`,
    shipped: line.packages,
    received: [12, 1, 0][index] ?? 0,
    voided: index === 2,
    receipts: [
      [
        receipt(5, '2026-11-25'),
        {
          ...receipt(7, '2026-11-27'),
          discrepancy: 'damaged' as const,
          note: 'one seal torn',
          corrected: true,
          lots: [{ lot: 'LX4471', expiry: day('2028-04-30'), serial: null, packages: 7 }],
        },
      ],
      [{ ...receipt(1, '2026-11-25'), discrepancy: 'short' as const, verifiedBy: null }],
      [],
    ][index] as PrintModel['lines'][number]['receipts'],
  })),
  signature: {
    signer: 'Ana Ruiz, PharmD',
    certificateSubject: 'Ana Ruiz',
    certificateSha256: '3f1a'.repeat(16),
    documentSha256: '9c07'.repeat(16),
    signedAt: clock.now() - 90_000,
  },
  supplierStatement: null,
  statements: [],
  replaces: null,
  replacedBy: null,
  reasons: {
    reason: 'Hospice or long-term care: Hill Country Hospice since June',
    lowered: [
      {
        ...{ code: '9143', name: 'oxycodone', fromUnits: 1200, toUnits: 300 },
        ...{ warnedAt: clock.now() - 3_600_000, reason: 'A zero too many was typed' },
      },
    ],
  },
  flags: ['received-before-shipped'],
  printedAt: clock.now(),
  printedBy: 'Ana Ruiz, PharmD',
  zone: registrant.zone,
};

const statement: Statement = {
  kind: 'lost',
  text: statementText({
    kind: 'lost',
    order,
    supplier: order.supplier,
    registrant,
    signer: 'Ana Ruiz, PharmD',
    date: day('2026-12-02'),
    replacement: number('26X100230'),
  }),
  signedBy: 'Ana Ruiz, PharmD',
  date: day('2026-12-02'),
  cms: null,
};

export const lostPrint: PrintModel = {
  ...printModel,
  phase: 'lost',
  lines: printModel.lines.map((line) => ({
    ...line,
    shipped: null,
    received: 0,
    voided: false,
    receipts: [],
  })),
  statements: [statement],
  replacedBy: '26X100230',
  flags: [],
};

export const trackedPrint: PrintModel = {
  ...printModel,
  reasons: null,
  kind: 'tracked',
  signature: null,
  phase: 'received',
};

/** More than a page: the head of the table comes again, and no line is cut in two. */
export const longPrint: PrintModel = {
  ...printModel,
  lines: Array.from({ length: 40 }, (_, index) => ({
    ...(printModel.lines[index % 3] as PrintModel['lines'][number]),
    lineNumber: index + 1,
  })),
};
