import type { Archive } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { substanceByCode } from '@/lib/drugs';
import { assessOrder, nextDay, pastOf, somSentence, type SomLine, type SubstanceAssessment } from '@/lib/som';
import { say } from '@/lib/words';
import { textNamed } from '../products/learn-unknown';
import { notShipped, type NotShipped } from './not-shipped';
import { productOnRecord } from './product-on-record';
import type { LastJudged } from './views';

/** A substance and the last day on which it was ordered. */
export interface LastOrder {
  readonly code: string;
  readonly last: PlainDate;
}

/** How that day compares, and whether lines of it, or later ones, may be of the substance and aren't recognised. */
export interface Judged {
  readonly substance: SubstanceAssessment;
  readonly isPartUnread: boolean;
}

/** Products that aren't recognised, newest first; older ones lie before the days that are judged. */
const UNKNOWN_LOOKED_AT = 200;

/**
 * How the last order day of each substance is judged by what is on record now: what every supplier was asked for on that day,
 * against all that came before it. A day at a time, since substances ordered on the same day share the reading.
 */
export async function judgeLast(
  archive: Archive,
  orders: readonly LastOrder[],
): Promise<ReadonlyMap<string, Judged>> {
  const judged = new Map<string, Judged>();
  const directory = await archive.directory();
  const unread = (await archive.unknownProducts(UNKNOWN_LOOKED_AT)).map(({ text, ndc, last }) => ({
    code: productOnRecord(textNamed(text, ndc), directory)?.substance?.code ?? null,
    last,
  }));
  for (const [today, codes] of byDay(orders)) {
    const pasts = await archive.pasts(codes, addDays(today, -1));
    const missing = await notShipped(archive, directory, today);
    for (const code of codes) {
      const before = pasts.get(code);
      const past = before ? nextDay(before) : pastOf([], today);
      const lines = await linesOf(archive, { code, last: today }, missing);
      const [substance] = assessOrder({ lines, past: new Map([[code, past]]), today }).substances;
      const isPartUnread = unread.some(
        (one) => one.last >= today && (one.code === null || one.code === code),
      );
      if (substance) judged.set(code, { substance, isPartUnread });
    }
  }
  return judged;
}

function byDay(orders: readonly LastOrder[]): ReadonlyMap<PlainDate, string[]> {
  const days = new Map<PlainDate, string[]>();
  for (const { code, last } of orders) days.set(last, [...(days.get(last) ?? []), code]);
  return days;
}

/** What was ordered on the day, a line for each sum; goods that went back that day, or didn't come, were ordered nevertheless. */
async function linesOf(
  archive: Archive,
  { code, last }: LastOrder,
  missing: readonly NotShipped[],
): Promise<SomLine[]> {
  const rows = (await archive.series(code, last)).filter(({ date }) => date === last);
  const bought = rows.map(({ baseMg, returnedMg, units, returnedUnits, strengthMg }) => ({
    ...{ baseMg: baseMg + returnedMg, units: units + returnedUnits, strengthMg },
  }));
  const rest = missing
    .filter(({ substanceCode }) => substanceCode === code)
    .map(({ baseMg, units, strengthMg }) => ({ baseMg, units, strengthMg }));
  return [...bought, ...rest]
    .filter(({ baseMg }) => baseMg > 0)
    .map((line, index) => ({
      lineNumber: index + 1,
      substanceCode: code,
      substanceName: substanceByCode(code)?.name ?? code,
      ...line,
    }));
}

/** As pages show it. */
export function lastJudged(date: PlainDate, judged: Judged | undefined): LastJudged {
  if (!judged) return { date, level: 'unchecked', sentence: '' };
  const { substance, isPartUnread } = judged;
  if (substance.level === 'none' && isPartUnread)
    return { date, level: 'unchecked', sentence: say('monitoring.last-unread', { date }) };
  return { date, level: substance.level, sentence: somSentence(substance) };
}
