import { sha256Hex, utf8 } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { HeadRow, StationRow } from './rows';

/** Two characters of A–Z 0–9 that follow from the id: numbers of two stations collide once in 1,296, and are then refused. */
function prefixOf(id: string): string {
  const drawn = Number.parseInt(sha256Hex(utf8(id)).slice(0, 8), 16) % 36 ** 2;
  return drawn.toString(36).toUpperCase().padStart(2, '0');
}

function newStation(taken: ReadonlySet<string>): StationRow {
  for (;;) {
    const id = crypto.randomUUID();
    const prefix = prefixOf(id);
    if (!taken.has(prefix) || taken.size >= 36 ** 2) return { key: 'station', id, prefix };
  }
}

/** This installed extension's identity, made by whoever opens the archive first. */
export function ensureStation(db: ArchiveDatabase): PromiseLike<StationRow> {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get('station');
    if (known?.key === 'station') return known;
    const made = newStation(new Set());
    await db.meta.add(made);
    return made;
  });
}

/**
 * Becomes another station where a merge continued this one's own chain (a profile was put back from a copy, and what the
 * lost one wrote after it isn't known), or where its numbers would begin like another's. Inside a transaction.
 */
export async function renewStation(
  db: ArchiveDatabase,
  ends: readonly HeadRow[],
  before: readonly HeadRow[],
): Promise<boolean> {
  const own = await db.meta.get('station');
  if (own?.key !== 'station') return false;
  const was = (end: HeadRow) =>
    before.find(({ registrant, station }) => registrant === end.registrant && station === end.station)?.seq ??
    0;
  const continued = ends.some((end) => end.station === own.id && end.seq > was(end));
  const others = new Set((await db.heads.toArray()).map(({ station }) => station));
  if (!continued) others.delete(own.id);
  const taken = new Set([...others].map(prefixOf));
  if (!continued && !taken.has(own.prefix)) return false;
  await db.meta.put({ ...newStation(taken), earlier: [own.id, ...(own.earlier ?? [])] });
  return true;
}
