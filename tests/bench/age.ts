import { assessDraft } from '@/lib/desk/assess';
import { dueView } from '@/lib/desk/background';
import type { PagePorts } from '@/lib/desk';
import { addDays, legalDay } from '@/lib/base';
import { sampleOrder, signed } from '../support/orders';
import { openPorts } from './approval-world';
import type { Budget, Figure } from './figure';
import { fillArchive, orderOfLines } from './fill-archive';
import { median } from './median';

const ROUNDS = 25;
const WARM_UP = 5;
const DAYS = 3_650;
/** What ten years may cost beside the first weeks. */
const MOST_SLOWER = 1.5;
const MOST_SLOWER_ASSESSED = 1.2;

type Work = (ports: PagePorts, round: number) => Promise<unknown>;
/** What is promised of one, where that is other than of the rest. */
const works: readonly (readonly [name: string, work: Work, budget?: Budget])[] = [
  ['due view of the popup, reminders in it', (ports) => dueView(ports)],
  ['newest 50 orders', ({ archive }) => archive.orders({ limit: 50 })],
  ['50 orders further back', ({ archive }) => archive.orders({ limit: 50, before: 'bench-240' })],
  ['search for a word', ({ archive }) => archive.search('morphine', 50)],
  ['search for two words', ({ archive }) => archive.search('fentanyl 30', 50)],
  [
    'search for a number',
    async ({ archive }) => archive.search((await archive.order('bench-100'))?.number ?? '', 50),
  ],
  [
    '30 days of a substance',
    ({ archive, clock }) => archive.series('9143', addDays(legalDay(clock.now(), 'UTC'), -30)),
  ],
  [
    'assess an order of 60 lines',
    (ports) => assessDraft(ports, orderOfLines(60), legalDay(ports.clock.now(), 'UTC')),
    { leastRatio: 1 / MOST_SLOWER_ASSESSED, mostMs: 20 },
  ],
  [
    'add an event',
    ({ archive }, round) =>
      archive.append({
        ...{ commandId: `add-${String(round)}`, who: 'person-1', orderId: 'bench-100' },
        events: [{ type: 'order.accepted', payload: { seen: { origin: null } } }],
      }),
  ],
  [
    'add an order',
    ({ archive }, round) => {
      const number = `26XBZ${String(round).padStart(4, '0')}` as typeof sampleOrder.number;
      const payload = { ...signed({ ...sampleOrder, number }), requestId: `added-${String(round)}` };
      return archive.append({
        ...{ commandId: `added-${String(round)}`, who: 'person-1', orderId: `added-${String(round)}` },
        events: [{ type: 'order.signed', payload }],
      });
    },
  ],
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * The same things done, in turn, in an archive of many lines and in one of few; and how long the walk over all records takes.
 * Only figures whose name begins with `prefix`.
 */
export async function ageFigures(lines: number, fewer: number, prefix: string): Promise<Figure[]> {
  const [old, young] = [`age-${String(lines)}`, `age-${String(fewer)}`];
  const perDay = lines / DAYS;
  const filling = await timed(() => fillArchive(old, lines, perDay));
  await fillArchive(young, fewer, perDay);
  const [large, small] = [await openPorts({}, old), await openPorts({}, young)];
  const at = `${String(lines)} lines, chromium`;
  const against = `${String(fewer)} lines`;
  const figures: Figure[] = [{ name: `age fill ${at}`, value: filling, unit: 'ms', n: 1 }];
  for (const [what, work, budget = { leastRatio: 1 / MOST_SLOWER }] of works) {
    const name = `age ${what}, ${at}`;
    if (!name.startsWith(prefix)) continue;
    const [ours, base]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const times = [await timed(() => work(large, round)), await timed(() => work(small, round))] as const;
      if (round < WARM_UP) continue;
      ours.push(times[0]);
      base.push(times[1]);
    }
    const [value, beside] = [median(ours), median(base)];
    figures.push({
      name,
      value,
      unit: 'ms',
      ratio: beside / value,
      against,
      n: ROUNDS,
      budget,
    });
  }
  if (!'age verify'.startsWith(prefix)) return figures;
  let told = 0;
  let events = 0;
  const value = await timed(async () => {
    ({ events } = await large.archive.verify(() => (told += 1)));
  });
  const rate = Math.round((events / value) * 1_000);
  const name = `age verify: ${String(events)} events, ${String(rate)} a second, told ${String(told)} times`;
  return [...figures, { name, value, unit: 'ms', n: 1 }];
}
