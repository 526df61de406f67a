import type { Clock } from '@/lib/base';
import type { BookOrder, Shipment } from './book-order';
import type { Business } from './business';
import type { Catalogue } from './catalogue';
import { dayOf } from './days';
import { seedOrders } from './seed-orders';

export interface Session {
  readonly id: string;
  readonly user: string;
  /** Item number to packages. */
  readonly cart: Map<string, number>;
}

export interface BookSetup {
  readonly supplier: Business;
  readonly customer: Business;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  /** Two characters after the `X` of the numbers in its seeded history. */
  readonly seedPrefix: string;
}

/** Everything one supplier remembers; in memory, gone with the process. */
export interface SupplierBook extends BookSetup {
  readonly orders: BookOrder[];
  readonly sessions: Map<string, Session>;
  today(): string;
  find(number: string): BookOrder | undefined;
  /** What the customer sees: newest first. */
  history(): readonly BookOrder[];
  /** Ships the given packages per line, or the whole balance; answers what shipped. Throws RangeError beyond it. */
  ship(number: string, quantities?: Readonly<Record<string, number>>): Shipment;
  receive(number: string, quantities: Readonly<Record<number, number>>, date: string): void;
  reset(): void;
}

export function makeBook(setup: BookSetup): SupplierBook {
  const today = (): string => dayOf(setup.clock.now());
  const orders: BookOrder[] = seedOrders(setup);
  const sessions = new Map<string, Session>();
  let invoices = 0;

  const find = (number: string): BookOrder | undefined => orders.find((order) => order.number === number);
  const need = (number: string): BookOrder => {
    const order = find(number);
    if (!order) throw new RangeError(`no order ${number}`);
    return order;
  };

  return {
    ...setup,
    orders,
    sessions,
    today,
    find,
    history: () => [...orders].sort((a, b) => b.submittedAt - a.submittedAt),
    ship(number, quantities) {
      const order = need(number);
      if (order.verdict !== 'accepted') throw new RangeError(`order ${number} was not accepted`);
      const plan = order.lines.map((line) => {
        const balance = line.ordered - line.shipped;
        const packages = quantities ? (quantities[line.lineNumber] ?? 0) : balance;
        if (!Number.isInteger(packages) || packages < 0 || packages > balance) {
          throw new RangeError(`line ${line.lineNumber}: ${packages} of a balance of ${balance}`);
        }
        return { line, packages };
      });
      for (const { line, packages } of plan) line.shipped += packages;
      const shipment: Shipment = {
        date: today(),
        invoice: `${setup.seedPrefix}${String(700_000 + ++invoices)}`,
        quantities: Object.fromEntries(plan.map(({ line, packages }) => [line.lineNumber, packages])),
      };
      order.shipments.push(shipment);
      return shipment;
    },
    receive(number, quantities, date) {
      const order = need(number);
      for (const line of order.lines) line.received = quantities[line.lineNumber] ?? line.received;
      order.receivedOn = date;
    },
    reset() {
      orders.splice(0, orders.length, ...seedOrders(setup));
      sessions.clear();
      invoices = 0;
    },
  };
}
