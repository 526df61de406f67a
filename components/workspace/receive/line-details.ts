import { limits, parsePlainDate } from '@/lib/base';
import type { Discrepancy, ReceivedLine, ReceivedLot } from '@/lib/order';

/** One lot as it is typed. */
export interface LotText {
  readonly lot: string;
  readonly expiry: string;
  readonly packages: string;
  /** As a scanner read it; nobody types it. */
  readonly serial?: string | null;
}

/** What is typed of a line beside its quantity. */
export interface LineDetails {
  readonly discrepancy: Discrepancy | 'none';
  readonly note: string;
  readonly lots: readonly LotText[];
}

/** By line number; a line that nothing was typed of isn't in it. */
export type Details = Readonly<Record<number, LineDetails>>;

export const emptyLot: LotText = { lot: '', expiry: '', packages: '' };
export const noDetails: LineDetails = { discrepancy: 'none', note: '', lots: [] };

function isEmpty({ lot, expiry, packages }: LotText): boolean {
  return lot.trim() === '' && expiry === '' && packages.trim() === '';
}

/** A lot as it will be recorded; null where its packages or its day can't be read. */
function readLot({ lot, expiry, packages, serial = null }: LotText): ReceivedLot | null {
  const count = packages.trim();
  const day = expiry === '' ? null : parsePlainDate(expiry);
  if (!/^[1-9]\d{0,8}$/.test(count) || Number(count) > limits.packagesMax) return null;
  if (expiry !== '' && day === null) return null;
  return { lot: lot.trim() || null, expiry: day, serial, packages: Number(count) };
}

/** What was recorded of a line, as it would be typed. */
export function detailsOf({ discrepancy, note, lots }: ReceivedLine): LineDetails {
  return {
    discrepancy: discrepancy ?? 'none',
    note: note ?? '',
    lots: (lots ?? []).map(({ lot, expiry, packages, serial }) => ({
      ...{ lot: lot ?? '', expiry: expiry ?? '', packages: String(packages) },
      ...(serial === null ? {} : { serial }),
    })),
  };
}

/** What is recorded of a line beside its quantity: only what was typed. Null where a lot can't be read. */
export function readDetails({
  discrepancy,
  note,
  lots,
}: LineDetails): Omit<ReceivedLine, 'lineNumber' | 'packages'> | null {
  const read = lots.filter((lot) => !isEmpty(lot)).map(readLot);
  if (read.includes(null)) return null;
  const whole = read.filter((lot) => lot !== null);
  const isProblem = discrepancy !== 'none';
  return {
    ...(isProblem ? { discrepancy } : {}),
    ...(isProblem && note.trim() !== '' ? { note: note.trim() } : {}),
    ...(whole.length > 0 ? { lots: whole } : {}),
  };
}

/** Whether anything was typed of a line: then its quantity belongs to it. */
export function hasDetails({ discrepancy, lots }: LineDetails): boolean {
  return discrepancy !== 'none' || lots.some((lot) => !isEmpty(lot));
}
