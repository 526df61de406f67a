import { Dexie } from 'dexie';
import type { Integrity } from './archive';
import { CHAIN_START, fits } from './chain';
import { compareProjections } from './compare-projections';
import type { ArchiveDatabase } from './database';
import { unvouchedFrom } from './gaps';
import { isCurrent } from './refresh-projections';

const BATCH = 200;
const KEY = '[registrant+station+seq]';

type Chain = readonly [registrant: string, station: string];

/** Every chain that has records or a head, found by leaps over the index. */
async function chainsOf(db: ArchiveDatabase): Promise<Chain[]> {
  const chains = new Map<string, Chain>();
  for (const { registrant, station } of await db.heads.toArray()) {
    chains.set(JSON.stringify([registrant, station]), [registrant, station]);
  }
  let next = await db.events.orderBy(KEY).first();
  while (next) {
    const { registrant, station } = next;
    chains.set(JSON.stringify([registrant, station]), [registrant, station]);
    next = await db.events.where(KEY).above([registrant, station, Dexie.maxKey]).first();
  }
  return [...chains.values()].sort();
}

/**
 * Walks all chains, and where they are whole compares the overview with what they add up to. `onProgress` counts each event
 * twice: read, and folded.
 */
export async function verifyAll(
  db: ArchiveDatabase,
  onProgress: (done: number, total: number) => void,
): Promise<Integrity> {
  const chains = await verifyChains(db, (done, total) => onProgress(done, 2 * total));
  // What an earlier version left differs, and is told of elsewhere (`standing`).
  if (!chains.ok || !(await isCurrent(db))) return chains;
  const { events } = chains;
  const differs = await compareProjections(db, (folded) =>
    onProgress(events + Math.min(folded, events), 2 * events),
  );
  onProgress(2 * events, 2 * events);
  return differs ? { ...chains, ok: false, differs } : chains;
}

/**
 * Walks every chain from its first record to its head and names the first record that is altered, missing or out of
 * place; a run that a record tells of as purged is leapt over and counted. What it can't see: a whole archive rewritten by someone who computes all hashes anew; heads noted elsewhere can.
 */
async function verifyChains(
  db: ArchiveDatabase,
  onProgress: (done: number, total: number) => void,
): Promise<Integrity> {
  const total = await db.events.count();
  let events = 0;
  let purged = 0;
  for (const [registrant, station] of await chainsOf(db)) {
    let seq = 0;
    let prev = CHAIN_START;
    let brokenAt: number | null = null;
    const leap = async (to: number, hash: string) => {
      if (to <= seq) return;
      brokenAt = await unvouchedFrom(db, { registrant, station, from: seq + 1, to, prev, hash });
      if (brokenAt !== null) return;
      purged += to - seq;
      seq = to;
      prev = hash;
    };
    for (let more = true; more;) {
      // Read together, so that a write or a purge in between can't look like a break.
      const whole = await db.transaction('r', db.events, db.heads, db.runs, async () => {
        const batch = await db.events
          .where(KEY)
          .between([registrant, station, seq + 1], [registrant, station, Dexie.maxKey])
          .limit(BATCH)
          .toArray();
        for (const event of batch) {
          if (event.seq !== seq + 1) await leap(event.seq - 1, event.prev);
          if (!fits(event, seq + 1, prev)) return false;
          seq = event.seq;
          prev = event.hash;
          events++;
        }
        more = batch.length === BATCH;
        if (more) return true;
        const head = await db.heads.get([registrant, station]);
        if (head) await leap(head.seq, head.hash);
        return head?.seq === seq && head.hash === prev;
      });
      if (!whole)
        return {
          ok: false,
          events,
          broken: { station, seq: brokenAt ?? seq + 1 },
          ...(purged > 0 && { purged }),
        };
      onProgress(events, Math.max(total, events));
    }
  }
  return { ok: true, events, broken: null, ...(purged > 0 && { purged }) };
}
