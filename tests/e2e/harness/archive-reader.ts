import type { Envelope } from '@/lib/archive';
import type { OrderState } from '@/lib/order';
import type { Extension } from './extension';

type SignedPayload = Extract<Envelope, { type: 'order.signed' }>['payload'];

/** Everything in one store of the archive's database, read beside the product's own code. */
async function readStore<T>(extension: Extension, store: 'events' | 'orders'): Promise<readonly T[]> {
  const page = await extension.open('popup.html');
  try {
    return await page.evaluate(
      (name) =>
        new Promise<T[]>((resolve, reject) => {
          const opening = indexedDB.open('countersign-archive');
          opening.onerror = () => reject(new Error(opening.error?.message));
          opening.onsuccess = () => {
            const reading = opening.result.transaction(name).objectStore(name).getAll();
            reading.onerror = () => reject(new Error(reading.error?.message));
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result as T[]);
            };
          };
        }),
      store,
    );
  } finally {
    await page.close();
  }
}

/** Numbers of all signatures in the archive, oldest first: a second signature of one request would show here. */
export async function signedOrders(extension: Extension): Promise<string[]> {
  return (await signatures(extension)).map(({ order }) => order.number);
}

/** What the archive keeps of each signature, oldest first. */
export async function signatures(extension: Extension): Promise<SignedPayload[]> {
  const events = await readStore<Envelope>(extension, 'events');
  return events.flatMap((event) => (event.type === 'order.signed' ? [event.payload] : []));
}

/** An order's state as the archive holds it. Throws when there is none of that number. */
export async function orderState(extension: Extension, number: string): Promise<OrderState> {
  const rows = await readStore<{ readonly state: OrderState }>(extension, 'orders');
  const row = rows.find(({ state }) => state.number === number);
  if (!row) throw new Error(`no order ${number} in the archive`);
  return row.state;
}
