import type { Desk, OrderView, PossibleActs } from '@/lib/desk';
import { timelineOf } from '@/lib/desk/orders-life/timeline-of';
import { statementText } from '@/lib/documents/statements/statement-text';
import {
  foldOrder,
  judgeAct,
  type LegalAct,
  type OrderEvent,
  type OrderEvents,
  type OrderEventType,
  type OrderState,
} from '@/lib/order';
import { ana, ben, clock, day, number, order, placeHere, registrant, today } from './fixtures';

/** One step of an order's life: what happened, how many days ago, by whom. */
type Step = {
  [T in OrderEventType]: readonly [type: T, payload: OrderEvents[T], daysAgo: number, who?: string];
}[OrderEventType];

const DAY_MS = 86_400_000;
export const page = { origin: 'https://orders.meridian.example' };
export const byHand = { origin: null };
const orderedOn = day('2026-11-18');

export const signed: Step = [
  'order.signed',
  {
    requestId: 'o1',
    order: { ...order, number: number('26X100187'), date: orderedOn },
    supplierId: 'meridian',
    document: '',
    documentSha256: 'd0'.repeat(32),
    cms: '',
    certificateSha256: 'aa'.repeat(32),
    circumstances: {
      warnings: [],
      som: { level: 'information', sentences: [], reason: null },
      keyProtection: 'protection.software',
      ruleVersion: '1',
    },
  },
  6,
];
export const submitted: Step = ['order.submitted', { how: 'page-field', seen: page }, 6, 'system'];
export const shipped: Step = [
  'order.shipped',
  {
    lines: [
      { lineNumber: 1, packages: 12 },
      { lineNumber: 2, packages: 2 },
    ],
    date: day('2026-11-19'),
    seen: page,
  },
  5,
  'system',
];
export const lost: Step = [
  'order.lost',
  {
    statement: {
      kind: 'lost',
      text: statementText({
        kind: 'lost',
        order: { number: number('26X100187'), date: orderedOn },
        supplier: { name: order.supplier.name, deaNumber: order.supplier.deaNumber },
        registrant,
        signer: ana.name,
        date: day('2026-11-21'),
        reason: 'The file was sent by mail and never came.',
      }),
      signedBy: ana.name,
      date: day('2026-11-21'),
      cms: null,
    },
  },
  3,
];

/** A history as the archive would hold it. */
export function history(...steps: readonly Step[]): readonly OrderEvent[] {
  return steps.map(
    ([type, payload, daysAgo, who], index) =>
      ({
        id: `A/${index + 1}`,
        type,
        payload,
        time: clock.now() - daysAgo * DAY_MS,
        who: who ?? ana.id,
      }) as OrderEvent,
  );
}

export function stateOfLife(...steps: readonly Step[]): OrderState {
  const state = foldOrder('o1', history(...steps));
  if (!state) throw new Error('a history that begins with a signed order has a state');
  return state;
}

export function possibleOf(state: OrderState): PossibleActs {
  const judge = (act: LegalAct) => judgeAct(state, act, { today });
  return {
    void: judge({ kind: 'void', lines: null, date: null }),
    cancel: judge({ kind: 'cancel' }),
    'close-unsent': judge({ kind: 'close-unsent' }),
    lose: judge({ kind: 'lose' }),
    replace: judge({ kind: 'replace' }),
    'turn-up': judge({ kind: 'turn-up', date: today }),
    'link-statement': judge({ kind: 'link-statement', statement: '-' }),
    submit: judge({ kind: 'submit' }),
    'portal-receive': judge({ kind: 'portal-receive' }),
    accept: judge({ kind: 'accept' }),
    'not-accept': judge({ kind: 'not-accept' }),
    ship: [],
  };
}

export function viewOfLife(...steps: readonly Step[]): OrderView {
  return {
    state: stateOfLife(...steps),
    supplierName: order.supplier.name,
    hasSignedFile: true,
    place: placeHere,
    timeline: timelineOf(history(...steps), new Map([ana, ben].map(({ id, name }) => [id, name]))),
  };
}

/** A desk that knows one order with this life, and judges acts on it as the real one does. */
export function lifeDesk(...steps: readonly Step[]): Partial<Desk> {
  const view = viewOfLife(...steps);
  return {
    order: async () => view,
    possibleActs: async () => possibleOf(view.state),
    draftStatement: async ({ kind, personId, reason }) =>
      statementText({
        kind,
        order: { number: number('26X100187'), date: orderedOn },
        supplier: { name: order.supplier.name, deaNumber: order.supplier.deaNumber },
        registrant,
        signer: [ana, ben].find(({ id }) => id === personId)?.name ?? '',
        date: today,
        reason: reason?.trim() || null,
      }),
  };
}

const received: Step = [
  'order.received',
  {
    lines: [
      { lineNumber: 1, packages: 11, discrepancy: 'short', note: 'one box missing in the tote' },
      {
        lineNumber: 2,
        packages: 2,
        lots: [{ lot: 'K4471', expiry: day('2028-04-30'), serial: null, packages: 2 }],
      },
    ],
    date: day('2026-11-20'),
    countedBy: ben.id,
    verifiedBy: ana.id,
    note: null,
  },
  4,
  ben.id,
];

/** Lives that pages are looked at with. */
export const lives = {
  neverSent: [signed],
  submitted: [signed, submitted],
  partlyShipped: [signed, submitted, shipped],
  partlyVoided: [
    signed,
    submitted,
    shipped,
    [
      'order.voided',
      {
        lines: [3],
        statement: 'Line 3 is on back order and is voided. Please order it again.',
        date: day('2026-11-20'),
        seen: byHand,
      },
      4,
    ],
  ],
  notAccepted: [signed, submitted, ['order.not-accepted', { statement: '', seen: page }, 5, 'system']],
  lost: [signed, submitted, lost],
  replaced: [
    signed,
    submitted,
    lost,
    ['order.replaced', { by: { orderId: 'o9', number: number('26X100209') } }, 2],
    ['order.turned-up', { date: day('2026-11-23'), note: 'found at the dock', seen: byHand }, 1],
  ],
  expired: [
    signed,
    submitted,
    shipped,
    received,
    ['order.expired', { on: day('2027-01-17'), balance: [{ lineNumber: 3, packages: 4 }] }, 0, 'system'],
  ],
  corrected: [
    signed,
    submitted,
    shipped,
    received,
    [
      'order.corrected',
      {
        corrects: 'A/4',
        replacement: {
          lines: [
            { lineNumber: 1, packages: 12 },
            { lineNumber: 2, packages: 2 },
          ],
          date: day('2026-11-20'),
          countedBy: ben.id,
          verifiedBy: ana.id,
          note: 'the missing box stood beside the tote',
        },
        reason: 'The box was found an hour later.',
      },
      3,
    ],
  ],
} as const satisfies Record<string, readonly Step[]>;
