import type { Clock } from '@/lib/base';
import type { Command } from './archive';
import { CHAIN_START, seal } from './chain';
import { chainRegistrant } from './chain-registrant';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { foldDirectory } from './fold-directory';
import { guard } from './guard';
import { byTime, tick } from './hybrid-time';
import { projectDirectory } from './project-directory';
import { ownStations, readDirectory } from './read-directory';
import { projectStream, streamOf } from './project';
import { reprojectProducts } from './reproject-products';
import type { HeadRow } from './rows';

export interface Writer {
  readonly db: ArchiveDatabase;
  readonly station: string;
  readonly clock: Clock;
}

/** Links new events to their chains, each by what was known before it. */
async function chained({ db, station, clock }: Writer, command: Command, stream: readonly Envelope[]) {
  const heads = new Map<string, HeadRow>();
  const events: Envelope[] = [];
  const last = await db.meta.get('clock');
  let time = last?.key === 'clock' ? last.time : ([0, 0] as const);
  let directory = await readDirectory(db);
  const own = await ownStations(db);
  for (const event of command.events) {
    const { type, payload } = event;
    const registrant = chainRegistrant(directory, event, {
      stream: [...stream, ...events],
      isOfOrder: command.orderId !== null,
    });
    const head = heads.get(registrant) ??
      (await db.heads.get([registrant, station])) ?? { registrant, station, seq: 0, hash: CHAIN_START };
    time = tick(time, clock.now());
    const { commandId, who, orderId } = command;
    const seq = head.seq + 1;
    const envelope = seal({
      ...{ registrant, station, seq, time, who, commandId, orderId, prev: head.hash },
      ...{ type, payload },
    } as Parameters<typeof seal>[0]);
    heads.set(registrant, { registrant, station, seq, hash: envelope.hash });
    events.push(envelope);
    directory = foldDirectory(directory, envelope, own);
  }
  return { events, heads: [...heads.values()], time };
}

/** The whole of one act, inside a transaction over all tables: nothing here waits for anything but the database. */
export async function appendWithin(writer: Writer, command: Command): Promise<Envelope[]> {
  const { db } = writer;
  const done = await db.events.where('commandId').equals(command.commandId).toArray();
  if (done.length > 0) return done.sort(byTime);
  const stream = command.orderId === null ? [] : await streamOf(db, command.orderId);
  await guard(db, command, stream);
  if (command.events.length === 0) return [];
  const { events, heads, time } = await chained(writer, command, stream);
  await db.events.bulkAdd(events);
  await db.heads.bulkPut(heads);
  await db.meta.put({ key: 'clock', time });
  if (command.orderId === null) await takeIntoDirectory(db, events);
  else await projectStream(db, command.orderId, [...stream, ...events]);
  const { also, who, commandId } = command;
  if (also) await appendWithin(writer, { ...also, who, commandId: `${commandId}-also` });
  return events;
}

async function takeIntoDirectory(db: ArchiveDatabase, events: readonly Envelope[]): Promise<void> {
  await projectDirectory(db, events);
  const keys = new Set(events.flatMap(({ type, payload }) => (type === 'product.set' ? [payload.key] : [])));
  await reprojectProducts(db, [...keys]);
}
