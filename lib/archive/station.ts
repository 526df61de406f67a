import { sha256Hex, utf8 } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { StationRow } from './rows';

/** Two characters of A–Z 0–9 that follow from the id: numbers of two stations collide once in 1,296, and are then refused. */
function prefixOf(id: string): string {
  const drawn = Number.parseInt(sha256Hex(utf8(id)).slice(0, 8), 16) % 36 ** 2;
  return drawn.toString(36).toUpperCase().padStart(2, '0');
}

/** This installed extension's identity, made by whoever opens the archive first. */
export function ensureStation(db: ArchiveDatabase): PromiseLike<StationRow> {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get('station');
    if (known?.key === 'station') return known;
    const id = crypto.randomUUID();
    const made: StationRow = { key: 'station', id, prefix: prefixOf(id) };
    await db.meta.add(made);
    return made;
  });
}
