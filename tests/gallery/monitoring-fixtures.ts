import type {
  CutView,
  DispensingImportView,
  DispensingPreview,
  IncreaseModel,
  SomOverview,
  SomSubstanceRow,
  SomSubstanceView,
} from '@/lib/desk';
import type { LimitStanding, PictureMonth, RatioRow, RatioView, SubstancePicture } from '@/lib/som';
import { clock, day, number, order, registrant, today } from './basic-fixtures';

const MONTHS = [
  '2025-11',
  ...Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2025, 11 + at)).toISOString().slice(0, 7)),
];

/** Units of Meridian, Harbor and Cascade in each of thirteen months; the last is the running one. */
const bought: readonly (readonly [number, number, number])[] = [
  [1800, 300, 0],
  [2100, 200, 0],
  [1700, 500, 100],
  [1900, 400, 0],
  [2200, 0, 200],
  [2000, 300, 100],
  [1600, 700, 0],
  [2300, 300, 0],
  [2100, 400, 200],
  [2500, 100, 0],
  [2200, 600, 100],
  [2400, 300, 300],
  [2100, 900, 200],
];
const suppliersOf = (units: readonly number[]) =>
  ['meridian', 'harbor', 'cascade']
    .map((supplierId, at) => ({ supplierId, units: units[at] ?? 0 }))
    .filter(({ units: each }) => each > 0);
const sum = (units: readonly number[]) => units.reduce((a, b) => a + b, 0);

const months: readonly PictureMonth[] = MONTHS.map((month, at) => ({
  month,
  suppliers: suppliersOf(bought[at] ?? []),
  total: sum(bought[at] ?? []),
  expected: at < 3 ? null : { low: 1700 + 30 * at, high: 2500 + 40 * at },
}));

const gapDays = [7, 6, 8, 7, 7, 12, 5, 7, 7, 9, 7, 6, 15, 7, 7, 8, 6, 7, 3, 3];

export const picture: SubstancePicture = {
  months,
  suppliers: [
    { supplierId: 'meridian', units: 26_900 },
    { supplierId: 'harbor', units: 5_000 },
    { supplierId: 'cascade', units: 1_200 },
  ],
  expected: { low: 2060, high: 2980 },
  limit: 4000,
  candidate: null,
  gaps: gapDays.map((days, at) => ({
    date: day(
      new Date(Date.UTC(2026, 10, 23) - 86_400_000 * sum(gapDays.slice(at + 1))).toISOString().slice(0, 10),
    ),
    days,
  })),
  usualGap: 7,
  sinceLast: 1,
  history: { orders: 61, months: 13, suppliers: 3 },
  confidence: 'usual',
};

/** Of an order that is about to be signed. */
export const candidatePicture: SubstancePicture = { ...picture, candidate: { units: 1200 } };

const learning: SubstancePicture = {
  ...picture,
  months: MONTHS.map((month, at) => ({
    month,
    suppliers: at === 12 ? [{ supplierId: 'harbor', units: 60 }] : [],
    total: at === 12 ? 60 : 0,
    expected: null,
  })),
  suppliers: [{ supplierId: 'harbor', units: 60 }],
  expected: null,
  limit: null,
  gaps: [],
  usualGap: null,
  history: { orders: 1, months: 1, suppliers: 1 },
  confidence: 'learning',
};

const standing: LimitStanding = {
  limit: 4000,
  units: 3200,
  share: 0.8,
  step: '75',
  projected: { units: 3900, from: 'pattern', step: '90' },
};
const supplierNames = {
  meridian: 'Meridian Drug Supply',
  harbor: 'Harbor Wholesale',
  cascade: 'Cascade Health Distribution',
};
const said =
  '1,200 units; your usual order is 500 (median of 40 since 3 January). Across all suppliers you would reach 3,200 in 30 days; the highest earlier 30 days were 2,900.';

const row: SomSubstanceRow = {
  code: '9143',
  name: 'oxycodone',
  schedule: '2',
  monthUnits: 3200,
  months: months.map(({ total }) => total),
  last: { date: day('2026-11-23'), level: 'caution', sentence: said },
  limit: standing,
  history: picture.history,
  confidence: 'usual',
};

export const overview: SomOverview = {
  today,
  substances: [
    row,
    {
      ...row,
      code: '2882',
      name: 'alprazolam',
      schedule: '4',
      monthUnits: 900,
      months: [700, 600, 800, 900, 700, 750, 800, 600, 900, 700, 800, 850, 900],
      last: {
        date: day('2026-11-20'),
        level: 'information',
        sentence: 'Order number 3 within 7 days; usual are 1 a week.',
      },
      limit: { limit: 900, units: 900, share: 1, step: '100', projected: null },
      history: { orders: 44, months: 13, suppliers: 2 },
    },
    {
      ...row,
      code: '9193',
      name: 'hydrocodone',
      monthUnits: 2600,
      months: [2900, 2800, 2700, 2900, 2600, 2700, 2500, 2800, 2600, 2700, 2500, 2600, 2600],
      last: {
        date: day('2026-11-19'),
        level: 'none',
        sentence: 'Nothing unusual against 72 earlier orders.',
      },
      limit: { ...standing, limit: 5000, units: 2600, share: 0.52, step: 'below', projected: null },
      history: { orders: 72, months: 13, suppliers: 2 },
    },
    {
      ...row,
      code: '9150',
      name: 'hydromorphone',
      monthUnits: 0,
      months: [0, 0, 0, 0, 0, 0, 0, 100, 0, 100, 100, 0, 0],
      last: {
        date: day('2026-09-14'),
        level: 'unchecked',
        sentence: 'Not checked, because the package size of line 2 isn’t known.',
      },
      limit: null,
      history: { orders: 3, months: 4, suppliers: 1 },
      confidence: 'low',
    },
    {
      ...row,
      code: '9801',
      name: 'fentanyl',
      monthUnits: 60,
      months: learning.months.map(({ total }) => total),
      last: {
        date: day('2026-11-16'),
        level: 'unchecked',
        sentence: 'No earlier order of fentanyl is known here, so there is nothing to compare with yet.',
      },
      limit: null,
      history: learning.history,
      confidence: 'learning',
    },
  ],
  unknownProducts: { count: 3, lines: 14, more: false },
};

const cut: CutView = {
  date: day('2026-06-03'),
  orderId: 'o5',
  number: number('26X100163'),
  supplierName: 'Meridian Drug Supply',
  why: 'shipped-less',
  orderedUnits: 500,
  shippedUnits: 300,
  sentence:
    'A line was cut on 3 June at 2,700 units in the month: 300 of 500 shipped (Meridian Drug Supply).',
};

export const substanceView: SomSubstanceView = {
  code: row.code,
  name: row.name,
  schedule: row.schedule,
  today,
  picture,
  last: {
    ...row.last,
    components: [
      { component: 'size', strength: 2.07 },
      { component: 'volume', strength: 1.7 },
      { component: 'week', strength: 1.2 },
      { component: 'burst', strength: 0.9 },
      { component: 'growth', strength: 0.2 },
    ],
    ruleVersion: '3',
  },
  limit: standing,
  limitSet: { units: 4000, whoName: 'Ana Ruiz, PharmD', date: day('2026-08-03') },
  reasons: [
    {
      kind: 'pharmacy-closed',
      detail: 'Lakeside Drug on 4th Street closed on 30 October; about 90 of its patients came to us.',
      orderId: 'o1',
      number: number('26X100187'),
      date: day('2026-11-18'),
      whoName: 'Ana Ruiz, PharmD',
      level: 'stop',
    },
  ],
  cuts: [cut],
  increases: [
    {
      supplierId: 'meridian',
      supplierName: 'Meridian Drug Supply',
      units: 4500,
      reason: { kind: 'pharmacy-closed', detail: 'Lakeside Drug on 4th Street closed on 30 October.' },
      date: day('2026-11-05'),
      whoName: 'Ana Ruiz, PharmD',
    },
  ],
  supplierNames,
};

export const learningView: SomSubstanceView = {
  ...substanceView,
  code: '9801',
  name: 'fentanyl',
  picture: learning,
  last: {
    date: day('2026-11-16'),
    level: 'unchecked',
    sentence: 'No earlier order of fentanyl is known here, so there is nothing to compare with yet.',
    components: [],
    ruleVersion: '3',
  },
  limit: null,
  limitSet: null,
  reasons: [],
  cuts: [],
  increases: [],
};

export const increaseModel: IncreaseModel = {
  pharmacy: registrant,
  supplier: order.supplier,
  substance: { code: '9143', name: 'oxycodone' },
  units: 4500,
  reason: {
    kind: 'pharmacy-closed',
    detail: 'Lakeside Drug on 4th Street closed on 30 October; about 90 of its patients came to us.',
  },
  date: today,
  whoName: 'Ana Ruiz, PharmD',
  months: MONTHS.slice(-4),
  families: [
    { family: 'oxycodone', name: 'oxycodone', units: [2600, 2900, 3000, 3200] },
    { family: 'hydrocodone', name: 'hydrocodone', units: [2700, 2500, 2600, 2600] },
    { family: 'alprazolam', name: 'alprazolam', units: [700, 800, 850, 900] },
  ],
  trend: months.map(({ month, total }, at) => ({
    month,
    units: total,
    ofSupplier: bought[at]?.[0] ?? 0,
  })),
  cuts: [cut],
};

const ratioRow = (
  family: string,
  units: readonly number[],
  ratios: readonly (number | null)[],
): RatioRow => ({
  family,
  units,
  ratios,
  growth: (units.at(-1) ?? 0) / (sum(units.slice(0, 4)) / 4),
});

export const ratios: RatioView = {
  source: 'dispensing',
  blocks: [
    { from: day('2025-09-01'), to: day('2025-11-29') },
    { from: day('2025-11-30'), to: day('2026-02-27') },
    { from: day('2026-02-28'), to: day('2026-05-28') },
    { from: day('2026-05-29'), to: day('2026-08-26') },
    { from: day('2026-08-27'), to: day('2026-11-24') },
  ],
  nonControlled: [182_000, 176_000, 188_000, 190_000, 186_000],
  gaps: [],
  all: ratioRow('all', [17_800, 18_100, 18_900, 19_800, 21_600], [0.098, 0.103, 0.1, 0.104, 0.116]),
  families: [
    ratioRow('oxycodone', [6400, 6600, 7000, 7500, 9100], [0.035, 0.0375, 0.037, 0.039, 0.049]),
    ratioRow('hydrocodone', [8400, 8300, 8100, 8000, 7900], [0.046, 0.047, 0.043, 0.042, 0.042]),
    ratioRow('alprazolam', [2100, 2200, 2300, 2400, 2600], [0.012, 0.0125, 0.012, 0.013, 0.014]),
  ],
  strengths: [
    {
      family: 'oxycodone',
      strengthsMg: [15, 30],
      units: [300, 300, 400, 500, 900],
      shares: [0.05, 0.05, 0.06, 0.07, 0.1],
    },
    {
      family: 'alprazolam',
      strengthsMg: [2],
      units: [200, 200, 200, 200, 200],
      shares: [0.1, 0.09, 0.09, 0.08, 0.08],
    },
  ],
  combination: {
    opioid: [15_200, 15_300, 15_600, 16_100, 17_600],
    benzodiazepine: [3900, 4000, 4100, 4200, 4400],
    carisoprodol: [400, 400, 500, 400, 400],
    days: [2, 1, 3, 2, 2],
  },
  mme: {
    months: MONTHS.map((month, at) => ({ month, mme: 41_000 + 1300 * at + (at % 3) * 2600 })),
    left: ['buprenorphine'],
  },
};

/** Orders alone, of a pharmacy that never said what else it dispensed. */
export const ratiosOfOrders: RatioView = {
  ...ratios,
  source: 'orders',
  nonControlled: ratios.blocks.map(() => null),
  gaps: ['no-non-controlled', 'short-history'],
  all: { ...ratios.all, ratios: ratios.blocks.map(() => null), growth: null },
  families: ratios.families.map((each) => ({
    ...each,
    ratios: ratios.blocks.map(() => null),
    growth: null,
  })),
};

export const dispensingPreview: DispensingPreview = {
  headers: ['Rx Number', 'Patient Name', 'DOB', 'Fill Date', 'NDC', 'Drug', 'Qty'],
  rows: 48_210,
  mapping: { columns: { date: 3, ndc: 4, product: 5, quantity: 6 } },
  missing: [],
  first: [
    {
      row: 1,
      line: {
        date: day('2026-10-01'),
        product: 'OXYCODONE HCL 5MG TAB',
        ndc: '00406055201',
        quantity: 60,
        substance: 'oxycodone',
      },
      fault: null,
    },
    {
      row: 2,
      line: {
        date: day('2026-10-01'),
        product: 'LISINOPRIL 10MG TAB',
        ndc: null,
        quantity: 90,
        substance: null,
      },
      fault: null,
    },
    { row: 3, line: null, fault: { code: 'input/malformed', params: {} } },
  ],
  dropped: ['Rx Number', 'Patient Name', 'DOB'],
};

export const dispensingImports: readonly DispensingImportView[] = [
  {
    id: 'dispensed-1',
    file: 'fills-2026.csv',
    at: clock.now() - 3 * 86_400_000,
    whoName: 'Ana Ruiz, PharmD',
    rows: 2_840,
    from: day('2025-09-01'),
    to: day('2026-11-20'),
    withdrawn: null,
  },
  {
    id: 'dispensed-0',
    file: 'fills-wrong-store.csv',
    at: clock.now() - 4 * 86_400_000,
    whoName: 'Ben Okafor',
    rows: 2_112,
    from: day('2025-09-01'),
    to: day('2026-11-20'),
    withdrawn: {
      at: clock.now() - 3 * 86_400_000,
      whoName: 'Ana Ruiz, PharmD',
      reason: 'These are the fills of the Harbor clinic.',
    },
  },
];
