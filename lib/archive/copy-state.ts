import type { CopyState } from './archive';
import type { ArchiveDatabase } from './database';
import type { CopyRow, HeadRow } from './rows';

async function copyRow(db: ArchiveDatabase): Promise<CopyRow | null> {
  const row = await db.meta.get('copy');
  return row?.key === 'copy' ? row : null;
}

/** How far the copy is behind: by heads, so that it costs the same after ten years. */
export async function readCopyState(db: ArchiveDatabase): Promise<CopyState> {
  const copy = await copyRow(db);
  let newEvents = 0;
  let oldestNewAt: number | null = null;
  for (const { registrant, station, seq } of await db.heads.toArray()) {
    const copied = copy?.heads.find((head) => head.registrant === registrant && head.station === station);
    const from = copied?.seq ?? 0;
    if (seq <= from) continue;
    newEvents += seq - from;
    const first = await db.events
      .where('[registrant+station+seq]')
      .between([registrant, station, from], [registrant, station, seq], false, true)
      .first();
    if (first) oldestNewAt = Math.min(oldestNewAt ?? first.time[0], first.time[0]);
  }
  return { lastAt: copy?.at ?? null, target: copy?.target ?? null, newEvents, oldestNewAt };
}

/** Another folder holds nothing yet, whatever the one before held. */
export async function copiedHeads(db: ArchiveDatabase, target: string): Promise<readonly HeadRow[]> {
  const copy = await copyRow(db);
  return copy?.target === target ? copy.heads : [];
}

/** What comes back lies below the heads that the copy reaches: the next copy holds all anew. Inside a transaction. */
export async function forgetCopied(db: ArchiveDatabase): Promise<void> {
  const copy = await copyRow(db);
  if (copy) await db.meta.put({ ...copy, heads: [] });
}

export async function noteCopy(db: ArchiveDatabase, copy: Omit<CopyRow, 'key'>): Promise<void> {
  await db.meta.put({ key: 'copy', ...copy });
}
