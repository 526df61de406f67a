import { Dexie } from 'dexie';
import type { Integrity } from './archive';
import { CHAIN_START, fits } from './chain';
import type { ArchiveDatabase } from './database';

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
 * Walks every chain from its first record to its head and names the first record that is altered, missing or out of
 * place. What it can't see: a whole archive rewritten by someone who computes all hashes anew; heads noted elsewhere can.
 */
export async function verifyChains(
  db: ArchiveDatabase,
  onProgress: (done: number, total: number) => void,
): Promise<Integrity> {
  const total = await db.events.count();
  let events = 0;
  for (const [registrant, station] of await chainsOf(db)) {
    let seq = 0;
    let prev = CHAIN_START;
    for (let more = true; more;) {
      // Head and batch are read together, so that a write in between can't look like a break.
      const [batch, head] = await db.transaction('r', db.events, db.heads, async () => [
        await db.events
          .where(KEY)
          .between([registrant, station, seq + 1], [registrant, station, Dexie.maxKey])
          .limit(BATCH)
          .toArray(),
        await db.heads.get([registrant, station]),
      ]);
      for (const event of batch) {
        if (!fits(event, seq + 1, prev)) return { ok: false, events, broken: { station, seq: seq + 1 } };
        seq = event.seq;
        prev = event.hash;
        events++;
      }
      onProgress(events, Math.max(total, events));
      more = batch.length === BATCH;
      const ends = head?.seq === seq && head.hash === prev;
      if (!more && !ends) return { ok: false, events, broken: { station, seq: seq + 1 } };
    }
  }
  return { ok: true, events, broken: null };
}
