import type { Archive, Envelope, HeadRow } from '@/lib/archive';
import { canonicalJson, CountersignError, fromBase64, sha256Hex, utf8, type Json } from '@/lib/base';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { ordersByYear } from './order-rows';
import type { CopyTarget } from './places';
import { indexPage, readme } from './readme';

type Progress = (done: number, total: number) => void;

/** What a file system takes everywhere; a chain before set-up has no registration. */
const safe = (text: string) => text.replace(/[^A-Za-z0-9-]/g, '') || 'none';

/** Enough of a station's random id to tell computers apart. */
const shortOf = (station: string) => safe(station).slice(0, 8);

/** The place of a signed order; its number is checked when it is signed, but a merged record may hold anything. */
export function pathOfSigned(year: string, number: string, station?: string): string {
  // Two computers gave out one number: each order keeps its file.
  const twin = station === undefined ? '' : `-${shortOf(station)}`;
  return `signed/${safe(year)}/${safe(number)}${twin}.p7m`;
}

function pathOfEvents(batch: readonly Envelope[]): string {
  const [first, last] = [batch[0], batch.at(-1)];
  if (!first || !last) throw new TypeError('no events');
  const place = (seq: number) => String(seq).padStart(9, '0');
  return `events/${safe(first.registrant)}-${safe(first.station)}/${place(first.seq)}-${place(last.seq)}.jsonl`;
}

/**
 * A PIN of a few digits is soon guessed from its hash, so what anyone may read goes without it. Such a record says so; its
 * own hash stands for it in the chain.
 */
function readable(event: Envelope): Json {
  if (event.type !== 'person.set') return event as unknown as Json;
  const { person } = event.payload;
  const named = Object.fromEntries(Object.entries(person).filter(([member]) => member !== 'pin'));
  return { ...event, payload: { person: named }, withheld: ['payload.person.pin'] };
}

interface Added {
  readonly years: ReadonlySet<string>;
  readonly signed: readonly { readonly path: string; readonly name: string }[];
}

/** How many of the newest signed orders the page of contents links to. */
const LINKED = 500;

/** Records and signed orders that no earlier copy holds. */
async function writeNew(
  archive: Archive,
  target: CopyTarget,
  { after, total, onProgress }: { after: readonly HeadRow[]; total: number; onProgress: Progress },
): Promise<Added> {
  const years = new Set<string>();
  let signed: { path: string; name: string }[] = [];
  let done = 0;
  for await (const batch of archive.exportEvents(after)) {
    for (const event of batch) {
      if (event.orderId !== null) {
        const orderedOn = (await archive.order(event.orderId))?.orderedOn;
        if (orderedOn) years.add(orderedOn.slice(0, 4));
      }
      if (event.type !== 'order.signed') continue;
      const { order, cms } = event.payload;
      const isTwin = (await archive.ordersOfNumber(order.number)).length > 1;
      const path = pathOfSigned(order.date.slice(0, 4), order.number, isTwin ? event.station : undefined);
      await target.write(path, fromBase64(cms));
      signed = [{ path, name: `${order.number} (${order.date})` }, ...signed].slice(0, LINKED);
    }
    const lines = batch.map((event) => `${canonicalJson(readable(event))}\n`).join('');
    await target.write(pathOfEvents(batch), utf8(lines));
    done += batch.length;
    onProgress(done, Math.max(total, done));
  }
  return { years, signed };
}

/**
 * Brings the copy outside this browser up to date: what is new since the last one, and the year's orders as they stand. The
 * copy counts only once all of it is written. A folder that lost its files is filled anew. Throws
 * `archive/copy-target-missing`, `archive/copy-folder-lost`, `archive/unavailable`.
 */
export async function copyNow(ports: DeskPorts, onProgress: Progress = () => undefined): Promise<void> {
  await ports.listHosts.inTurn('archive-copy', async () => {
    const target = await ports.copies.open();
    if (!target) throw new CountersignError('archive/copy-target-missing');
    await writeCopy(ports, await ownPlace(target, await ports.archive.station()), onProgress);
  });
}

/**
 * Another computer's copy may lie in the same folder, with files of the same names: then this one's goes beside it, into a
 * folder of its own. Whose the folder is, is told by a file that bears the station's name.
 */
async function ownPlace(target: CopyTarget, station: string): Promise<CopyTarget> {
  const mark = `computer-${shortOf(station)}.txt`;
  const isOthers =
    target.kind !== 'downloads' && !(await target.has(mark)) && (await target.has('heads.json'));
  const folder = isOthers ? `computer-${shortOf(station)}/` : '';
  await target.write(`${folder}${mark}`, utf8(`${say('copy.computer', { station })}\n`));
  return {
    ...target,
    has: (path) => target.has(`${folder}${path}`),
    write: (path, bytes) => target.write(`${folder}${path}`, bytes),
    finish: () => target.finish(),
  };
}

async function writeCopy(ports: DeskPorts, target: CopyTarget, onProgress: Progress): Promise<void> {
  const { archive, clock } = ports;
  const { directory, today } = await situation(ports);
  const heads = await archive.heads();
  const isThere = target.kind === 'downloads' || (await target.has('heads.json'));
  const after = isThere ? await archive.copiedHeads(target.id) : [];
  const reached = (of: readonly HeadRow[]) => of.reduce((sum, { seq }) => sum + seq, 0);
  const at = clock.now();
  const added = await writeNew(archive, target, {
    after,
    total: reached(heads) - reached(after),
    onProgress,
  });
  const years = new Set<string>();
  for await (const { year, csv } of ordersByYear(archive, added.years)) {
    await target.write(`orders-${year}.csv`, csv);
    years.add(year);
  }
  const pharmacy = directory.registrant?.name ?? '';
  await target.write('README.txt', readme(pharmacy));
  const madeAt = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const listed = await yearsThere(target, years, Number(today.slice(0, 4)));
  await target.write('index.html', indexPage({ pharmacy, madeAt, years: listed, signed: added.signed }));
  const chains = heads.map((head) => ({ ...head }));
  const sum = sha256Hex(utf8(canonicalJson(chains)));
  // Written last: a copy that was torn has the heads of the one before.
  await target.write('heads.json', utf8(`${JSON.stringify({ madeAt: at, chains, sum }, null, 2)}\n`));
  await target.finish();
  await archive.noteCopy({ at, target: target.id, heads });
}

/** Years whose file the place holds, newest first; going back until two years in a row are missing. */
async function yearsThere(
  target: CopyTarget,
  written: ReadonlySet<string>,
  thisYear: number,
): Promise<string[]> {
  const there: string[] = [];
  const newest = Math.max(thisYear, ...[...written].map(Number));
  for (let year = newest, missing = 0; missing < 2; year--) {
    const has = written.has(String(year)) || (await target.has(`orders-${String(year)}.csv`));
    missing = has ? 0 : missing + 1;
    if (has) there.push(String(year));
  }
  return there;
}
