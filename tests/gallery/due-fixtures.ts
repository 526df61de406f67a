import type { DueView } from '@/lib/desk';
import { summaryOf, type DueItem } from '@/lib/reminders';
import { ana, clock, day, today } from './basic-fixtures';

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
      months: [2100, 2300, 2300, 2300, 2400, 2400, 2300, 2600, 2700, 2600, 2900, 3000, 4200],
      limit: { share: 0.84, step: '75' },
    },
    {
      substance: 'alprazolam',
      level: 'information',
      sentence: 'Alprazolam: ordered three times this week, usually once.',
      months: [700, 600, 800, 900, 700, 750, 800, 600, 900, 700, 800, 850, 900],
      limit: { share: 0.4, step: 'below' },
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
