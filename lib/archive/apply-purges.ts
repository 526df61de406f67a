import type { RetentionRule } from './archive';
import type { ArchiveDatabase } from './database';
import type { Directory } from './directory';
import type { Envelope } from './envelope';
import { foldDirectory } from './fold-directory';
import { byTime } from './hybrid-time';
import { isRecordedSince } from './judge-group';
import { linkedGroup } from './linked-group';
import { refuseRecord } from './merge-check';
import { readDirectory, stationOf } from './project-directory';
import type { Gap, PurgeEvents } from './purge-events';
import { retentionOf, ruleFor } from './retention-of';

const KEY = '[registrant+station+seq]';

export type Purge = PurgeEvents['records.purged'];

const within = (db: ArchiveDatabase, { registrant, station, from, to }: Gap) =>
  db.events.where(KEY).between([registrant, station, from], [registrant, station, to], true, true);

/**
 * What was purged there goes here too, unless something is on hold here, has to be kept for longer, or was linked to since.
 * `came`: records of the directory that came along; a hold among them counts as one that stood here. All of an act goes, or
 * nothing: half of an order's records would say something else. Inside a transaction.
 */
export async function applyPurges(
  db: ArchiveDatabase,
  purges: readonly Purge[],
  came: readonly Envelope[],
): Promise<{ readonly removed: boolean; readonly held: number }> {
  if (purges.length === 0) return { removed: false, held: 0 };
  const ruleOf = await rulesAfter(db, came);
  const told = purges.flatMap(({ gaps }) => gaps);
  let [removed, held] = [false, 0];
  for (const purge of purges) {
    const here = await recordsHere(db, purge);
    if (here.records === 0) continue;
    const linked = await locationsLinked(db, here.orderIds, purge);
    const rules = [...here.registrants, ...(linked ?? [])].map(ruleOf);
    if (rules.some(({ legalHold }) => legalHold)) {
      held += here.records;
      continue;
    }
    if (rules.some(({ years }) => years > purge.years)) continue;
    if (linked === null) continue;
    for (const gap of purge.gaps) await remove(db, gap, told);
    removed = true;
  }
  return { removed, held };
}

/** Holds go by name, so what came adds to them and ends what it names; of years, the longer ones count. */
async function rulesAfter(
  db: ArchiveDatabase,
  came: readonly Envelope[],
): Promise<(registrant: string) => RetentionRule> {
  const before = await readDirectory(db);
  const station = await stationOf(db);
  const after = [...came]
    .sort(byTime)
    .reduce<Directory>((folded, event) => foldDirectory(folded, event, station), before);
  const [was, is] = [retentionOf(before), retentionOf(after)];
  return (registrant) => {
    const { years, legalHold } = ruleFor(is, registrant);
    return { years: Math.max(years, ruleFor(was, registrant).years), legalHold };
  };
}

async function recordsHere(db: ArchiveDatabase, { gaps }: Purge) {
  const orderIds = new Set<string>();
  const registrants = new Set<string>();
  let records = 0;
  for (const gap of gaps)
    await within(db, gap).each(({ orderId, registrant }) => {
      records++;
      registrants.add(registrant);
      if (orderId !== null) orderIds.add(orderId);
    });
  return { orderIds, registrants, records };
}

async function remove(db: ArchiveDatabase, gap: Gap, told: readonly Gap[]): Promise<void> {
  const last = await within(db, gap).last();
  if (!last) return;
  // Its end may be gone already, in a run of its own: purged here before, or elsewhere, as came along.
  const gone = await db.gaps.get([gap.registrant, gap.station, last.seq + 1]);
  const follows = ({ registrant, station, from, prev }: Gap) =>
    registrant === last.registrant && station === last.station && from === last.seq + 1 && prev === last.hash;
  const isSame =
    last.seq === gap.to ? last.hash === gap.hash : gone?.prev === last.hash || told.some(follows);
  if (!isSame) refuseRecord('archive/chain-forked', last);
  await within(db, gap).delete();
}

/**
 * Locations of all that is linked to these; null where something was recorded since: retention runs from the last linked
 * record (1305.27), which the computer that purged may not have known.
 */
async function locationsLinked(
  db: ArchiveDatabase,
  orderIds: ReadonlySet<string>,
  { until }: Purge,
): Promise<readonly string[] | null> {
  const locations: string[] = [];
  for (const orderId of orderIds) {
    const group = await linkedGroup(db, orderId, ({ events }) => isRecordedSince(events, until));
    if (!group) return null;
    locations.push(...group.registrants);
  }
  return locations;
}
