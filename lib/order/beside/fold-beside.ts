import { addDays, limits, needsSignedOrder, type PlainDate } from '@/lib/base';
import type { BesideEvent, BesideEvents } from './events';
import { comesIn, goesOut, type BesideRecord } from './record';
import { besideFlags, type BesideFlag, type BesideState } from './state';

type Receipt = BesideEvents['record.received'];

interface Gathered {
  record: BesideRecord | null;
  withdrawn: string | null;
  corrected: boolean;
  readonly receipts: Receipt[];
  notifiedOn: PlainDate | null;
  form106On: PlainDate | null;
  readonly flags: Set<BesideFlag>;
}

/** What somebody took back, by the id of its event, wherever in the stream it is taken back. */
function takenBackIn(events: readonly BesideEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => (event.type === 'record.entry-withdrawn' ? [event.payload.corrects] : [])),
  );
}

function step(gathered: Gathered, event: BesideEvent, takenBack: ReadonlySet<string>): void {
  if (!gathered.record && event.type !== 'record.entered') gathered.flags.add('before-record');
  if (gathered.withdrawn !== null) gathered.flags.add('after-withdrawal');
  switch (event.type) {
    case 'record.entered':
      if (gathered.record) gathered.flags.add('entered-again');
      else gathered.record = event.payload.record;
      break;
    case 'record.corrected':
      gathered.corrected = true;
      // What it is and whose it is doesn't change: that is another record.
      if (gathered.record) {
        const { id, kind, registrant } = gathered.record;
        if (movesReceipts(gathered, event.payload.record)) gathered.flags.add('received-line-changed');
        gathered.record = { ...event.payload.record, id, kind, registrant };
      }
      break;
    case 'record.withdrawn':
      gathered.withdrawn ??= event.payload.reason;
      break;
    case 'record.received':
      if (!takenBack.has(event.id)) gathered.receipts.push(event.payload);
      break;
    case 'record.entry-withdrawn':
      gathered.corrected = true;
      break;
    case 'loss.notified':
      if (!takenBack.has(event.id)) gathered.notifiedOn = earliest(gathered.notifiedOn, event.payload.date);
      break;
    case 'loss.form-106':
      if (!takenBack.has(event.id)) gathered.form106On = earliest(gathered.form106On, event.payload.date);
      break;
  }
}

/** Receipts hang on the number of a line: whether another product now stands under a number that was counted. */
function movesReceipts({ record, receipts }: Gathered, corrected: BesideRecord): boolean {
  const of = (lines: BesideRecord['lines'] | undefined, number: number) => {
    const line = lines?.find(({ lineNumber }) => lineNumber === number);
    return line && `${line.ndc11 ?? ''} ${line.name}`;
  };
  return receipts
    .flatMap(({ lines }) => lines)
    .some(({ lineNumber }) => of(record?.lines, lineNumber) !== of(corrected.lines, lineNumber));
}

function earliest(known: PlainDate | null, date: PlainDate): PlainDate {
  return known !== null && known < date ? known : date;
}

/** Packages received by line number; what can't be counted with is flagged and left out, so that the fold never fails. */
function received({ receipts, flags }: Gathered, record: BesideRecord): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const { lineNumber, packages } of receipts.flatMap(({ lines }) => lines)) {
    const isKnown = record.lines.some((line) => line.lineNumber === lineNumber);
    const isCount = Number.isInteger(packages) && packages >= 0 && packages <= limits.packagesMax;
    if (!isKnown) flags.add('line-unknown');
    if (!isCount) flags.add('quantity-unreadable');
    if (isKnown && isCount) totals.set(lineNumber, (totals.get(lineNumber) ?? 0) + packages);
  }
  return totals;
}

function flagRecord({ record, receipts, flags, notifiedOn }: Gathered & { record: BesideRecord }): void {
  const { kind, date, lines } = record;
  if (kind !== 'loss' && (record.other?.name ?? '').trim() === '') flags.add('other-unnamed');
  if (lines.some(({ schedule }) => schedule === null)) flags.add('schedule-unknown');
  const isScheduleII = lines.some(({ schedule }) => needsSignedOrder(schedule));
  const byOrder = goesOut(kind) || kind === 'paper-222' || kind === 'transfer-in';
  // 1305.03: schedule II moves on a Form 222 or an electronic order only, whoever's it is.
  if (byOrder && isScheduleII && (record.reference ?? '').trim() === '') flags.add('without-order');
  for (const receipt of receipts) {
    if (receipt.date < date) flags.add('received-before-date');
    // 1305.13(b): nothing may be sent on a Form 222 after its sixtieth day.
    if (kind === 'paper-222' && receipt.date > addDays(date, limits.orderValidDays))
      flags.add('received-after-day-60');
  }
  if (notifiedOn !== null && notifiedOn < date) flags.add('notice-before-discovery');
}

/**
 * What a record's events, oldest first, add up to; null where none of them enters it. Pure and total. A receipt, 0 included,
 * is the record for its line; goods that came in pieces are added up.
 */
export function foldBeside(events: readonly BesideEvent[]): BesideState | null {
  const gathered: Gathered = {
    record: null,
    withdrawn: null,
    corrected: false,
    receipts: [],
    notifiedOn: null,
    form106On: null,
    flags: new Set(),
  };
  const takenBack = takenBackIn(events);
  for (const event of events) step(gathered, event, takenBack);
  const { record, flags } = gathered;
  if (!record) return null;
  const counts = received(gathered, record);
  flagRecord({ ...gathered, record });
  const lines = record.lines.map((line) => ({ line, received: counts.get(line.lineNumber) ?? 0 }));
  if (comesIn(record.kind) && lines.some(({ line, received: count }) => count > line.packages))
    flags.add('received-more-than-ordered');
  const days = gathered.receipts.map(({ date }) => date).sort();
  const isIn = comesIn(record.kind) && gathered.withdrawn === null;
  return {
    id: record.id,
    record,
    lines,
    withdrawn: gathered.withdrawn,
    corrected: gathered.corrected,
    receiptOpen: isIn && record.lines.some(({ lineNumber }) => !counts.has(lineNumber)),
    lastReceivedOn: days.at(-1) ?? null,
    notifiedOn: gathered.notifiedOn,
    form106On: gathered.form106On,
    flags: besideFlags.filter((flag) => flags.has(flag)),
    version: events.length,
  };
}
