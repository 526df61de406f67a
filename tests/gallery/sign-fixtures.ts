import { finding } from '@/lib/base';
import type { CertificateStatus, PreparedDocument, SignView } from '@/lib/desk';
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
