import type { Archive } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { substanceByCode } from '@/lib/drugs';
import { assessOrder, nextDay, pastOf, somSentence, type SomLine, type SubstanceAssessment } from '@/lib/som';
import type { LastJudged } from './views';

/** A substance and the last day on which it was ordered. */
export interface LastOrder {
  readonly code: string;
  readonly last: PlainDate;
}

/**
 * How the last order day of each substance is judged by what is on record now: what every supplier was asked for on that day,
 * against all that came before it. A day at a time, since substances ordered on the same day share the reading.
 */
export async function judgeLast(
  archive: Archive,
  orders: readonly LastOrder[],
): Promise<ReadonlyMap<string, SubstanceAssessment>> {
  const judged = new Map<string, SubstanceAssessment>();
  for (const [today, codes] of byDay(orders)) {
    const pasts = await archive.pasts(codes, addDays(today, -1));
    for (const code of codes) {
      const before = pasts.get(code);
      const past = before ? nextDay(before) : pastOf([], today);
      const lines = await linesOf(archive, { code, last: today });
      const [substance] = assessOrder({ lines, past: new Map([[code, past]]), today }).substances;
      if (substance) judged.set(code, substance);
    }
  }
  return judged;
}

function byDay(orders: readonly LastOrder[]): ReadonlyMap<PlainDate, string[]> {
  const days = new Map<PlainDate, string[]>();
  for (const { code, last } of orders) days.set(last, [...(days.get(last) ?? []), code]);
  return days;
}

/** What was ordered on the day, a line for each sum; goods that went back that day were ordered nevertheless. */
async function linesOf(archive: Archive, { code, last }: LastOrder): Promise<SomLine[]> {
  const rows = (await archive.series(code, last)).filter(({ date }) => date === last);
  const bought = rows.map(({ baseMg, returnedMg, units, returnedUnits, strengthMg }) => ({
    ...{ baseMg: baseMg + returnedMg, units: units + returnedUnits, strengthMg },
  }));
  return bought
    .filter(({ baseMg }) => baseMg > 0)
    .map((line, index) => ({
      lineNumber: index + 1,
      substanceCode: code,
      substanceName: substanceByCode(code)?.name ?? code,
      ...line,
    }));
}

/** As pages show it. */
export function lastJudged(date: PlainDate, substance: SubstanceAssessment | undefined): LastJudged {
  return {
    date,
    level: substance?.level ?? 'unchecked',
    sentence: substance ? somSentence(substance) : '',
  };
}
