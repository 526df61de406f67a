import { finding, type OrderNumber, type PlainDate } from '@/lib/base';
import type { CertificateStatus, PreparedDocument, SignView, SomAdvice } from '@/lib/desk';
import { ana, certificate, clock, draft, order, registrant } from './basic-fixtures';

export const checkedStatus: CertificateStatus = {
  state: 'checked',
  lists: [{ issuer: 'CN=Demo CSOS CA,O=Example,C=US', number: '1043', thisUpdate: clock.now() - 86_400_000 }],
};

export const prepared: PreparedDocument = {
  document: 'PD94bWw/Pg==',
  sha256: 'c0ffee'.padEnd(64, '0'),
  order,
  findings: [finding('warns', 'signing/clock-unknown', { rule: '21 CFR 1311.55(b)(7)' })],
  status: checkedStatus,
  clock: { state: 'unknown' },
  assessment: { level: 'caution', substances: [], ruleVersion: '1' },
  somSentences: [
    {
      lineNumbers: [1],
      level: 'caution',
      text: 'Oxycodone: 1,200 tablets, four times your usual order. The 30-day total would be the highest in 13 months.',
    },
  ],
  reasonRequired: false,
  lowered: [],
};

export const blockedDocument: PreparedDocument = {
  ...prepared,
  findings: [
    finding('blocks', 'certificate/schedule-not-allowed', {
      params: { line: 2, schedule: 'C-IIN', allowed: 'C-III, C-IV, C-V' },
      rule: '21 CFR 1311.55(c)',
    }),
    ...prepared.findings,
  ],
};

export const gappyDocument: PreparedDocument = {
  ...prepared,
  document: null,
  sha256: null,
  order: null,
  findings: [
    finding('blocks', 'order/supplier-address-missing', {
      params: { value: 'ZIP code' },
      field: 'supplier.address.postalCode',
      rule: '21 CFR 1305.21(b)(4)',
    }),
    finding('blocks', 'order/supplier-dea-missing', {
      field: 'supplier.deaNumber',
      rule: '21 CFR 1305.21(b)(5)',
    }),
    finding('blocks', 'order/line-package-size-missing', {
      params: { line: 1 },
      field: 'lines.1.packageSize',
      rule: '21 CFR 1305.21(b)(8)',
    }),
    finding('blocks', 'order/line-schedule-unknown', { params: { line: 2 }, field: 'lines.2.schedule' }),
    finding('blocks', 'order/line-doubtful', {
      params: { line: 3, field: 'the NDC', value: '00378912198' },
      field: 'lines.3.ndc11',
    }),
    ...prepared.findings,
  ],
  assessment: { ...prepared.assessment, level: 'unchecked' },
  somSentences: [
    {
      lineNumbers: [1],
      level: 'unchecked',
      text: 'Oxycodone: not checked, because the package size is not known.',
    },
  ],
};

export const stopDocument: PreparedDocument = {
  ...prepared,
  assessment: { ...prepared.assessment, level: 'stop' },
  somSentences: [
    {
      lineNumbers: [1],
      level: 'stop',
      text: 'Oxycodone: 12,000 tablets, forty times your usual order. No order in two years came near it.',
    },
  ],
  reasonRequired: true,
};

/** A slip of the keyboard at the highest level, with all that is known beside the sentence. */
export const somAdvice: readonly SomAdvice[] = [
  {
    substanceCode: '9143',
    name: 'oxycodone',
    level: 'stop',
    lineNumbers: [1],
    sentence:
      '12,000 units; your usual order is 1,200 (median of 40 since January 2026). Order number 3 within 6 days; usual are 1 a week.',
    history: { orders: 41, months: 11, suppliers: 2 },
    confidence: 'usual',
    checks: [
      'It is exactly ten times 1,200 units, which is usual here. A zero too many?',
      'The product of line 1 is also in order 26X 100 187 of 2026-11-16: 12 packages of it have not come yet.',
    ],
    earlier: {
      given: { kind: 'hospice-ltc', detail: 'Hill Country Hospice since June' },
      date: '2026-06-03' as PlainDate,
      number: '26X100090' as OrderNumber,
      whoName: 'Ana Ruiz, PharmD',
    },
  },
];

export const loweredDocument: PreparedDocument = {
  ...prepared,
  somSentences: [],
  assessment: { ...prepared.assessment, level: 'none' },
  lowered: [
    {
      ...{ code: '9143', name: 'oxycodone', fromUnits: 1_200, toUnits: 300, level: 'stop' },
      warnedAt: clock.now() - 3_600_000,
      sentence:
        'oxycodone: earlier today 1,200 units were shown here as unusual and not signed; this order has 300.',
    },
  ],
};

export const signView: SignView = {
  request: {
    id: 'request-1',
    mode: 'now',
    draft,
    pageHash: 'x',
    page: { origin: 'https://orders.meridian.example', tabId: 1, frameId: 0, documentId: 'd' },
    delivery: 'page-field',
    supplierId: 'meridian',
    openedAt: clock.now(),
    openedBy: 'ben',
  },
  state: { phase: 'open' },
  asker: {
    origin: 'https://orders.meridian.example',
    supplierName: 'Meridian Drug Supply',
    supplierId: 'meridian',
  },
  registrant,
  draft,
  certificates: [certificate],
  who: ana,
  honestyAccepted: true,
  waiting: [],
  signed: null,
};
