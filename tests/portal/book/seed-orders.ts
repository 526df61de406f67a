import type { BookOrder } from './book-order';
import { dayOf } from './days';
import type { BookSetup } from './supplier-book';

const DAY_MS = 86_400_000;

/** Days ago, and for each line the catalogue position and packages: finished business, so that no history is empty. */
const past = [
  {
    daysAgo: 9,
    lines: [
      [0, 3],
      [3, 6],
    ],
  },
  {
    daysAgo: 23,
    lines: [
      [1, 2],
      [4, 4],
      [5, 2],
    ],
  },
  { daysAgo: 37, lines: [[6, 2]] },
  {
    daysAgo: 58,
    lines: [
      [0, 4],
      [3, 5],
    ],
  },
] as const;

export function seedOrders({ catalogue, clock, customer, seedPrefix }: BookSetup): BookOrder[] {
  return past.map(({ daysAgo, lines }, i) => {
    const submittedAt = clock.now() - daysAgo * DAY_MS;
    const date = dayOf(submittedAt);
    const arrived = dayOf(submittedAt + DAY_MS);
    return {
      number: `${date.slice(2, 4)}X${seedPrefix}${String(4188 - i * 37).padStart(4, '0')}`,
      date,
      submittedAt,
      submittedBy: 'R. Alvarez',
      purchaserDea: customer.deaNumber,
      verdict: 'accepted',
      statement: null,
      lines: lines.map(([position, packages], line) => ({
        lineNumber: line + 1,
        itemNumber: catalogue.items[position]?.itemNumber ?? '',
        ordered: packages,
        shipped: packages,
        received: packages,
      })),
      shipments: [
        {
          date: arrived,
          invoice: `${seedPrefix}${String(690_000 - i * 211)}`,
          quantities: Object.fromEntries(lines.map(([, packages], line) => [line + 1, packages])),
        },
      ],
      receivedOn: arrived,
      cms: null,
    };
  });
}
