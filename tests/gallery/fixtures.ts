import type { Registrant } from '@/lib/archive';
import {
  finding,
  fixedClock,
  parseDeaNumber,
  parseNdc,
  parsePlainDate,
  type DeaNumber,
  type Ndc11,
  type OrderNumber,
  type PlainDate,
} from '@/lib/base';
import type {
  CertificateChoice,
  CertificateStatus,
  DueView,
  PlaceView,
  PreparedDocument,
  SignView,
  Who,
} from '@/lib/desk';
import type { DraftLine, Order, OrderDraft, OrderLine, OrderState } from '@/lib/order';
import { summaryOf, type DueItem } from '@/lib/reminders';
import type { PortalProfile } from '@/lib/portal';

/** Invented people, places and numbers: whoever looks at a gallery must not meet a real registration. */
export const clock = fixedClock('2026-11-24T16:05:00Z');
export const day = (text: string) => parsePlainDate(text) as PlainDate;
export const today = day('2026-11-24');
const dea = (text: string) => parseDeaNumber(text) as DeaNumber;
const ndc = (text: string) => parseNdc(text) as Ndc11;
export const number = (text: string) => text as OrderNumber;

export const ana: Who = { id: 'ana', name: 'Ana Ruiz, PharmD', role: 'signer' };
export const ben: Who = { id: 'ben', name: 'Ben Okafor', role: 'technician' };

export const registrant: Registrant = {
  name: 'Juniper Street Pharmacy',
  deaNumber: dea('FJ1234563'),
  address: { street: '412 Juniper Street', street2: null, city: 'Duluth', state: 'MN', postalCode: '55802' },
  zone: 'America/Chicago',
};

/** Where the orders and records of the gallery belong. */
export const placeHere: PlaceView = {
  name: registrant.name,
  deaNumber: registrant.deaNumber,
  zone: registrant.zone,
  isOther: false,
};

const supplier = {
  name: 'Meridian Drug Supply',
  deaNumber: dea('RM0123454'),
  address: { street: '9 Wharf Road', street2: 'Dock 4', city: 'Chicago', state: 'IL', postalCode: '60607' },
};

export const lines: readonly OrderLine[] = [
  {
    lineNumber: 1,
    name: 'Oxycodone HCl 10 mg tablets',
    ndc11: ndc('00406-0552-01'),
    strength: '10 mg',
    form: 'tablet',
    packageSize: 100,
    packages: 12,
    schedule: '2',
    itemNumber: '4471203',
  },
  {
    lineNumber: 2,
    name: 'Methylphenidate ER 36 mg tablets',
    ndc11: ndc('10147-0687-01'),
    strength: '36 mg',
    form: 'tablet',
    packageSize: 100,
    packages: 2,
    schedule: '2N',
    itemNumber: '5510087',
  },
  {
    lineNumber: 3,
    name: 'Fentanyl 25 mcg/h transdermal system',
    ndc11: ndc('00378-9121-98'),
    strength: '25 mcg/h',
    form: 'patch',
    packageSize: 5,
    packages: 4,
    schedule: '2',
    itemNumber: '2290134',
  },
];

export const order: Order = {
  number: number('26X100208'),
  date: today,
  supplier,
  purchaser: registrant,
  lines,
};

export const draftLine = (line: OrderLine, changes: Partial<DraftLine> = {}): DraftLine => ({
  ...line,
  doubtful: [],
  ...changes,
});

export const draft: OrderDraft = { ...order, lines: lines.map((line) => draftLine(line)) };

export const gappyDraft: OrderDraft = {
  ...draft,
  supplier: { ...draft.supplier, deaNumber: null, address: { ...draft.supplier.address, postalCode: null } },
  lines: lines.map((line, index) =>
    index === 0
      ? draftLine(line, { packageSize: null })
      : index === 1
        ? draftLine(line, { schedule: null })
        : draftLine(line, { doubtful: ['ndc11', 'packages'] }),
  ),
};

export const certificate: CertificateChoice = {
  sha256: 'aa'.repeat(32),
  commonName: 'Ana Ruiz',
  registrantName: 'Juniper Street Pharmacy',
  schedules: ['2', '2N', '3', '3N', '4', '5'],
  validUntil: day('2028-03-31'),
  hasKey: true,
  protection: 'protection.software',
  token: null,
  personId: 'ana',
  registrant: null,
};
export const secondCertificate: CertificateChoice = {
  ...certificate,
  sha256: 'bb'.repeat(32),
  commonName: 'Miriam Holt',
  personId: 'miriam',
  validUntil: day('2027-01-05'),
};

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

const levels = { overdue: 'loud', today: 'normal', soon: 'quiet' } as const;
const due = (item: Partial<DueItem> & Pick<DueItem, 'kind' | 'urgency' | 'sentence'>): DueItem => ({
  key: `${item.kind}:${item.orderId ?? item.sentence}`,
  level: levels[item.urgency],
  dueOn: null,
  orderId: null,
  orderNumber: null,
  supplierId: null,
  supplierName: null,
  params: {},
  rule: null,
  snoozedUntil: null,
  waitsUntil: day('2026-11-25'),
  ...item,
});

/** Items, counted as the product counts them. */
const counted = (items: readonly DueItem[]): Pick<DueView, 'items' | 'summary'> => ({
  items,
  summary: summaryOf(items, { quietFrom: null, quietUntil: null, now: clock.now(), zone: 'UTC' }),
});
export const dueViewOf = (items: readonly DueItem[]): DueView => ({ ...dueView, ...counted(items) });

const dueBase: Omit<DueView, 'summary'> = {
  today,
  who: ana,
  registrantName: 'Juniper Street Pharmacy',
  setupMissing: [],
  items: [
    due({
      kind: 'receipt',
      urgency: 'today',
      sentence: 'Goods are expected: record what arrived.',
      dueOn: today,
      orderId: 'o2',
      orderNumber: '26X100199',
      supplierName: 'Harbor Wholesale',
      rule: '21 CFR 1305.22(g)',
    }),
    due({
      kind: 'receipt',
      urgency: 'overdue',
      sentence: 'Shipped on Thu 19 Nov, and no receipt is recorded.',
      dueOn: day('2026-11-20'),
      orderId: 'o1',
      orderNumber: '26X100187',
      supplierName: 'Meridian Drug Supply',
      rule: '21 CFR 1305.22(g)',
    }),
    due({
      kind: 'sign',
      urgency: 'today',
      sentence: '3 lines, prepared by Ben Okafor.',
      orderId: 'request-1',
      orderNumber: '26X100208',
      supplierName: 'Meridian Drug Supply',
    }),
    due({
      kind: 'certificate-expiring',
      urgency: 'soon',
      sentence: 'The certificate of Miriam Holt ends; renewal takes about two weeks.',
      dueOn: day('2027-01-05'),
    }),
  ],
  watch: [
    {
      substance: 'oxycodone',
      level: 'caution',
      sentence: 'Oxycodone: 4,200 tablets in 30 days, the most in 13 months.',
    },
    {
      substance: 'alprazolam',
      level: 'information',
      sentence: 'Alprazolam: ordered three times this week, usually once.',
    },
  ],
};

export const dueView: DueView = { ...dueBase, ...counted(dueBase.items) };

export const nothingDue: DueView = { ...dueViewOf([]), watch: [] };

/** One of each kind that isn't an everyday one, in its own words; the last two are put off and only coming. */
export const dueOfEachKind: DueView = dueViewOf([
  due({
    kind: 'poa-departed',
    urgency: 'today',
    level: 'loud',
    sentence: 'due.poa-departed',
    params: { name: 'Ben Okafor', count: 4 },
    dueOn: today,
    rule: '21 CFR 1311.45(a)',
    waitsUntil: null,
  }),
  due({
    kind: 'loss-notice',
    urgency: 'overdue',
    sentence: 'due.loss-notice',
    dueOn: day('2026-11-23'),
    orderId: 'record-4',
    rule: '21 CFR 1301.76(b)',
    waitsUntil: null,
  }),
  due({
    kind: 'receipt',
    urgency: 'overdue',
    sentence: 'due.receipt.partly',
    params: { count: 2 },
    dueOn: day('2026-11-20'),
    orderId: 'o1',
    orderNumber: '26X100187',
    supplierName: 'Meridian Drug Supply',
    rule: '21 CFR 1305.22(g)',
  }),
  due({
    kind: 'link-replacement',
    urgency: 'today',
    sentence: 'due.link-replacement.lost',
    orderId: 'o5',
    orderNumber: '26X100170',
    supplierName: 'Harbor Wholesale',
    rule: '21 CFR 1305.26',
  }),
  due({
    kind: 'expired-balance',
    urgency: 'today',
    sentence: 'due.expired-balance',
    params: { balance: 3 },
    dueOn: day('2026-11-22'),
    orderId: 'o6',
    orderNumber: '26X100031',
    supplierName: 'Harbor Wholesale',
    rule: '21 CFR 1305.22(e)',
  }),
  due({
    kind: 'crl-stale',
    urgency: 'today',
    sentence: 'due.crl-stale',
    params: { name: 'Example Sub CA' },
    dueOn: day('2026-11-23'),
    rule: '21 CFR 1311.55(c)',
  }),
  due({
    kind: 'copy-overdue',
    urgency: 'today',
    sentence: 'due.copy-overdue',
    params: { count: 41 },
    rule: '21 CFR 1305.27',
  }),
  due({
    kind: 'beside-receipt',
    urgency: 'today',
    sentence: 'due.beside-receipt.paper-222',
    dueOn: today,
    orderId: 'record-1',
    orderNumber: '231234567',
    supplierName: 'Harbor Wholesale',
    rule: '21 CFR 1305.13(e)',
    snoozedUntil: day('2026-11-25'),
  }),
  due({
    kind: 'enrolment',
    urgency: 'soon',
    sentence: 'due.enrolment',
    params: { name: 'Miriam Holt', step: 'Receive the access code and the reference number' },
  }),
]);

const quantities = (ordered: number, shipped: number | null, received: number) => ({
  ordered,
  shipped,
  received,
  voided: false,
  balance: ordered - Math.max(shipped ?? 0, received),
});

export const shippedState: OrderState = {
  orderId: 'o1',
  number: number('26X100187'),
  draft: { ...draft, number: number('26X100187'), date: day('2026-11-18') },
  supplierId: 'meridian',
  phase: 'shipped',
  kind: 'signed',
  orderedOn: day('2026-11-18'),
  lines: [
    { line: draftLine(lines[0] as OrderLine), ...quantities(12, 12, 0) },
    { line: draftLine(lines[1] as OrderLine), ...quantities(2, 2, 0) },
    { line: draftLine(lines[2] as OrderLine), ...quantities(4, 3, 0) },
  ],
  receiptOpen: true,
  portalReceiptOpen: false,
  shippedOn: day('2026-11-19'),
  lastReceivedOn: null,
  statement: null,
  statementLinked: false,
  replacedBy: null,
  replaces: null,
  closedOn: null,
  lostOn: null,
  turnedUpOn: null,
  corrected: false,
  flags: ['received-before-shipped'],
  version: 5,
};

export const trackedState: OrderState = {
  ...shippedState,
  orderId: 'o3',
  kind: 'tracked',
  number: number('26X0K3M7Q'),
  supplierId: 'cascade',
  draft: { ...shippedState.draft, supplier: { ...supplier, name: 'Cascade Health Distribution' } },
};

export const orderStates: readonly OrderState[] = [
  {
    ...shippedState,
    orderId: 'o4',
    number: order.number,
    phase: 'signed',
    orderedOn: today,
    receiptOpen: false,
    shippedOn: null,
    flags: [],
  },
  shippedState,
  trackedState,
  {
    ...shippedState,
    orderId: 'o5',
    number: number('26X100163'),
    phase: 'received',
    receiptOpen: false,
    orderedOn: day('2026-11-09'),
    lines: shippedState.lines.map((line) => ({ ...line, shipped: line.ordered, received: line.ordered })),
  },
  {
    ...shippedState,
    orderId: 'o6',
    number: number('26X100151'),
    phase: 'not-accepted',
    orderedOn: day('2026-11-02'),
    receiptOpen: false,
  },
];

export const suppliers: readonly PortalProfile[] = [
  {
    id: 'meridian',
    hosts: ['orders.meridian.example'],
    supplier,
    mode: 'integrated',
    deliverTo: { selector: '#signed-order', encoding: 'base64' },
    verified: true,
  },
  {
    id: 'cascade',
    hosts: ['portal.cascade.example'],
    supplier: { ...supplier, name: 'Cascade Health Distribution' },
    mode: 'companion',
    verified: true,
  },
];
