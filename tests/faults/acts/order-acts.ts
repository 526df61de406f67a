import type { Envelope } from '@/lib/archive';
import type { OrderNumber } from '@/lib/base';
import { closeExpired } from '@/lib/desk/background';
import { START } from '../../desk/desk-pki';
import { draftOf } from '@/lib/order';
import { seen, signed } from '../../support/orders';
import { acknowledgement855, foreignX12 } from '../../support/x12';
import { day, DAY_MS, NUMBER, order, received, submitted, type MortalAct } from './mortal-act';

const date = day('2026-11-23');

/** What is recorded of an order that was signed. */
export const orderActs: readonly MortalAct[] = [
  {
    name: 'record a receipt',
    of: ['recordReceipt'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const counted = { lines: [{ lineNumber: 1, packages: 12 }], date, note: null };
      const on = await onOrder();
      return (archive) => pageOn(archive).recordReceipt({ ...on, ...counted });
    },
  },
  {
    name: 'record that it was given to the supplier',
    of: ['recordSubmitted'],
    async begin({ sign, onOrder, pageOn }) {
      await sign();
      const on = await onOrder();
      return (archive) => pageOn(archive).recordSubmitted(on);
    },
  },
  {
    name: 'record that the supplier took it',
    of: ['recordAccepted'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordAccepted(on);
    },
  },
  {
    name: 'record that the portal has the receipt',
    of: ['recordPortalReceipt'],
    async begin({ write, onOrder, pageOn }) {
      const tracked = { number: NUMBER, draft: draftOf(order), supplierId: null, seen };
      await write({ type: 'order.tracked', payload: tracked }, received);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordPortalReceipt(on);
    },
  },
  {
    name: 'record that the supplier did not take it',
    of: ['recordNotAccepted'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordNotAccepted({ ...on, statement: 'No allotment', file: null });
    },
  },
  {
    name: 'record what was shipped',
    of: ['recordShipped'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      const shipped = { lines: [{ lineNumber: 1, packages: 12 }], date };
      return (archive) => pageOn(archive).recordShipped({ ...on, ...shipped });
    },
  },
  {
    name: 'record a void',
    of: ['recordVoid'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      return (archive) =>
        pageOn(archive).recordVoid({ ...on, lines: null, statement: 'Discontinued', date: null });
    },
  },
  {
    name: 'cancel an order',
    of: ['recordCancellation'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordCancellation({ ...on, text: 'We cancel it.', date });
    },
  },
  {
    name: 'close an order that was never sent',
    of: ['closeUnsent'],
    async begin({ sign, onOrder, pageOn }) {
      await sign();
      const on = await onOrder();
      return (archive) => pageOn(archive).closeUnsent({ ...on, reason: 'The page had died before' });
    },
  },
  {
    name: 'record a lost order',
    of: ['recordLost'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted);
      const on = await onOrder();
      return (archive) => pageOn(archive).recordLost({ ...on, text: 'Lost.', date });
    },
  },
  {
    name: 'replace a lost order',
    of: ['replaceLost'],
    async begin({ desk, sign, onOrder, pageOn }) {
      await sign(submitted);
      await desk.recordLost({ ...(await onOrder()), commandId: 'lost', text: 'Lost.', date });
      const on = await onOrder();
      return (archive) => pageOn(archive).replaceLost(on);
    },
  },
  {
    name: 'sign a replacement, in two orders at once',
    of: [],
    async begin({ sign }) {
      const statement = { kind: 'lost', text: 'Lost.', signedBy: 'Dana', date, cms: null } as const;
      await sign(submitted, { type: 'order.lost', payload: { statement } });
      const replacement = { ...order, number: '26X900002' as OrderNumber };
      const by = { orderId: 'order-2', number: replacement.number };
      return (archive) =>
        archive.append({
          ...{ commandId: 'sign-order-2', who: 'person', orderId: 'order-2' },
          events: [
            { type: 'order.signed', payload: { ...signed(replacement), requestId: 'order-2' } },
            { type: 'order.replaces', payload: { first: { orderId: 'order-1', number: NUMBER } } },
          ],
          also: { orderId: 'order-1', events: [{ type: 'order.replaced', payload: { by } }] },
        });
    },
  },
  {
    name: 'record a lost order that turned up',
    of: ['recordTurnedUp'],
    async begin({ desk, sign, onOrder, pageOn }) {
      await sign(submitted);
      await desk.recordLost({ ...(await onOrder()), commandId: 'lost', text: 'Lost.', date });
      const on = await onOrder();
      return (archive) => pageOn(archive).recordTurnedUp({ ...on, date, note: 'In the spam folder' });
    },
  },
  {
    name: 'link a statement',
    of: ['linkStatement'],
    async begin({ sign, onOrder, pageOn }) {
      await sign(submitted, { type: 'order.not-accepted', payload: { statement: '', seen } });
      const on = await onOrder();
      return (archive) => pageOn(archive).linkStatement({ ...on, statement: 'No allotment', file: null });
    },
  },
  {
    name: 'correct a record',
    of: ['correctEvent'],
    async begin({ ports, actor, sign, onOrder, pageOn }) {
      await sign(submitted, received);
      const on = await onOrder();
      const event = (await ports.archive.events('order-1')).at(-1) as Envelope;
      const corrects = `${event.registrant}/${event.station}/${String(event.seq)}`;
      const lines = [{ lineNumber: 1, packages: 12 }];
      const replacement = { ...received.payload, lines, countedBy: actor.personId };
      return (archive) =>
        pageOn(archive).correctEvent({ ...on, corrects, replacement, reason: 'Typed 21, not 12' });
    },
  },
  {
    name: 'close what expired',
    of: ['closeExpired'],
    async begin({ ports, sign }) {
      await sign(submitted);
      ports.now = START + 70 * DAY_MS;
      return (archive) => closeExpired({ ...ports, archive });
    },
  },
  {
    name: 'put off what is due',
    of: ['snooze'],
    async begin({ ports, desk, actor, sign, pageOn }) {
      await sign(submitted);
      ports.now = START + 20 * DAY_MS;
      const { items } = await desk.due();
      const item = items.find(({ waitsUntil }) => waitsUntil !== null);
      if (!item?.waitsUntil) throw new Error('nothing is due that may wait');
      const put = { key: item.key, until: item.waitsUntil, reason: 'Comes with the next truck' };
      return (archive) => pageOn(archive).snooze({ commandId: 'snooze', ...actor, ...put });
    },
  },
  {
    name: 'read a supplier’s file about two orders',
    of: ['readSupplierFile'],
    async begin({ ports, actor, pageOn }) {
      const answers = ['26X100208', '26X100209'].map((number, at) =>
        acknowledgement855.map((segment) => segment.replace('26X100208', number).replace('S-99', `S-${at}`)),
      );
      for (const [at, number] of ['26X100208', '26X100209'].entries()) {
        const orderId = `order-${String(at)}`;
        const known = { ...order, number: number as OrderNumber };
        const lines = known.lines.map((line) =>
          line.lineNumber === 2 ? { ...line, itemNumber: '777' } : line,
        );
        await ports.archive.append({
          ...{ commandId: `sign-${orderId}`, who: actor.personId, orderId },
          events: [
            { type: 'order.signed', payload: { ...signed({ ...known, lines }), requestId: orderId } },
            submitted,
          ],
        });
      }
      return async (archive) => {
        for (const segments of answers)
          await pageOn(archive).readSupplierFile({
            ...actor,
            bytes: foreignX12({ type: '855', segments }) as Uint8Array<ArrayBuffer>,
          });
      };
    },
  },
];
