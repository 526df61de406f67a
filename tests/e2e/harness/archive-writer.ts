import { openArchive, type Archive, type Integrity } from '@/lib/archive';
import { faultOf, toBase64, type OrderNumber, type PlainDate } from '@/lib/base';
import { sampleOrder, signed } from '../../support/orders';

/** What the bare extension's page offers to a test. */
export interface ArchiveWriter {
  /** Opens the archive, with a clock that is that far ahead. */
  open(aheadMs: number): Promise<void>;
  /**
   * Signed orders, one act each, whose commands are called `name-1`, `name-2` …; each is told to `acknowledged`, where the page
   * has such a function, once the archive has answered. Answers the code of what ended it; null where all are written.
   */
  write(name: string, count: number, cmsLength: number): Promise<string | null>;
  /** One fact more about the same order, by each window in turn. */
  note(orderId: string, commandId: string): Promise<void>;
  verify(): Promise<Integrity>;
  /** Commands that are on record. */
  commands(): Promise<string[]>;
  numbers(): Promise<string[]>;
  /** Times of an order's records, in the order in which they count. */
  times(orderId: string): Promise<(readonly [number, number, string])[]>;
}

type Told = (commandId: string) => void;

const RANDOM_BYTES = 65_536;

/** Base64 that no database can press together: what is written takes the room that it has. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) text += toBase64(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  return text.slice(0, length);
}

function offerWriter(): ArchiveWriter {
  let open: Archive | null = null;
  const archive = () => {
    if (!open) throw new Error('the archive isn’t open');
    return open;
  };
  const all = async () => {
    const records = [];
    for await (const batch of archive().exportEvents()) records.push(...batch);
    return records;
  };
  return {
    async open(aheadMs) {
      open?.close();
      open = await openArchive({ clock: { now: () => Date.now() + aheadMs } });
    },
    async write(name, count, cmsLength) {
      const told = (globalThis as { acknowledged?: Told }).acknowledged;
      for (let n = 1; n <= count; n++) {
        const commandId = `${name}-${String(n)}`;
        try {
          const number: OrderNumber = await archive().allocateNumber(
            `order-${commandId}`,
            'person',
            '2026-11-20' as PlainDate,
          );
          const payload = { ...signed({ ...sampleOrder, number }), requestId: `order-${commandId}` };
          const cms = randomText(cmsLength);
          await archive().append({
            ...{ commandId, who: 'person', orderId: `order-${commandId}` },
            events: [{ type: 'order.signed', payload: { ...payload, cms } }],
          });
        } catch (error) {
          return faultOf(error).code;
        }
        told?.(commandId);
      }
      return null;
    },
    async note(orderId, commandId) {
      await archive().append({
        ...{ commandId, who: 'person', orderId },
        events: [{ type: 'order.accepted', payload: { seen: { origin: null } } }],
      });
    },
    verify: () => archive().verify(),
    commands: async () => (await all()).map(({ commandId }) => commandId),
    numbers: async () =>
      (await all()).flatMap((event) => (event.type === 'order.signed' ? [event.payload.order.number] : [])),
    times: async (orderId) =>
      (await archive().events(orderId)).map(({ time, commandId }) => [time[0], time[1], commandId] as const),
  };
}

Object.assign(globalThis, { archiveWriter: offerWriter() });
