import 'fake-indexeddb/auto';
import type { Archive, NewEvent } from '@/lib/archive';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { openDesk, type Desk } from '@/lib/desk';
import type * as background from '@/lib/desk/background';
import type { ActOnOrder } from '@/lib/desk/orders-life/views';
import type { NativeDoor } from '@/lib/signing';
import { deskWorld, PIN, type DeskWorld } from '../../desk/desk-world';
import { sampleOrder, seen, signed } from '../../support/orders';

/** A use case of pages, or of the background. */
export type Case = keyof Desk | keyof typeof background;

/** Something done by whoever has this archive open: done again by another process, it is there once. */
export type Act = (archive: Archive) => Promise<unknown>;

export interface MortalAct {
  readonly name: string;
  /** The use cases that it is a trial of. */
  readonly of: readonly Case[];
  /** Where tokens take part. */
  readonly nativeHost?: (world: () => DeskWorld) => NativeDoor;
  /** Brings the world to where the act begins. */
  begin(mortal: MortalWorld): Promise<Act>;
  /** What must hold beside the records after each death, once the next process has begun; throws where it doesn’t. */
  holds?(mortal: MortalWorld): Promise<void>;
}

export interface MortalWorld extends DeskWorld {
  /** Of the archive's database. */
  readonly name: string;
  /** Dana, the pharmacist in charge, and her PIN. */
  readonly actor: { readonly personId: string; readonly pin: string };
  readonly write: (...events: NewEvent[]) => Promise<unknown>;
  /** Signs `order-1`. */
  readonly sign: (...more: NewEvent[]) => Promise<unknown>;
  /** An act on `order-1` as it stands now. */
  readonly onOrder: () => Promise<ActOnOrder>;
  /** A page of a process of its own, on the same databases. */
  readonly pageOn: (archive: Archive) => Desk;
}

export const day = (text: string) => text as PlainDate;
export const DAY_MS = 86_400_000;
export const NUMBER = '26X900001' as OrderNumber;
export const order = { ...sampleOrder, number: NUMBER, date: day('2026-11-20') };
export const submitted: NewEvent = { type: 'order.submitted', payload: { how: 'file', seen } };
export const received: Extract<NewEvent, { readonly type: 'order.received' }> = {
  type: 'order.received',
  payload: {
    lines: [{ lineNumber: 1, packages: 21 }],
    date: day('2026-11-23'),
    countedBy: 'person-1',
    note: null,
  },
};

/** The database that a world has just made. */
async function newestArchive(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const numbers = names.flatMap((name) => /^world-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return `world-${String(Math.max(...numbers))}`;
}

export async function mortalWorld({ nativeHost }: Pick<MortalAct, 'nativeHost'> = {}): Promise<MortalWorld> {
  const later = (): DeskWorld => world;
  const world: DeskWorld = await deskWorld(nativeHost ? { nativeHost: nativeHost(later) } : {});
  const [dana] = await world.desk.people();
  const actor = { personId: dana?.id ?? '', pin: PIN };
  const write = (...events: NewEvent[]) =>
    world.ports.archive.append({
      ...{ commandId: crypto.randomUUID(), who: 'system', orderId: 'order-1' },
      events,
    });
  return {
    ...world,
    name: await newestArchive(),
    actor,
    write,
    sign: (...more) =>
      write(
        { type: 'order.signed', payload: { ...signed(order), requestId: 'order-1', supplierId: 'cascade' } },
        ...more,
      ),
    async onOrder() {
      const state = await world.ports.archive.order('order-1');
      return { commandId: 'act', orderId: 'order-1', expectedVersion: state?.version ?? 0, ...actor };
    },
    pageOn: (archive) => openDesk({ ...world.ports, archive }),
  };
}

/** For acts whose command has no name of its own: who comes back looks whether it is there before doing it again. */
export async function unless(isThere: Promise<boolean>, act: () => Promise<unknown>): Promise<void> {
  if (!(await isThere)) await act();
}
