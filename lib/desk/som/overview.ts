import type { Directory } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import { substanceByCode } from '@/lib/drugs';
import { limitStanding, PICTURE_MONTHS, somLevels, substancePicture } from '@/lib/som';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { judgeLast, lastJudged } from './judge-last';
import { lastOrdered, readSubstance, since, type ReadSubstance } from './read-substance';
import { requireFigures } from './require-figures';
import type { SomCases, SomSubstanceRow } from './views';

/** Unknown products that are counted; a pharmacy that has more has to say so of hundreds of names. */
const UNKNOWN_LOOKED_AT = 200;

/** All running substances, most severe first. */
export function somOverview(ports: DeskPorts): SomCases['somOverview'] {
  return async () => {
    const { archive } = ports;
    await requireFigures(archive);
    const { directory, today } = await situation(ports);
    const rows: { readonly row: Omit<SomSubstanceRow, 'last'>; readonly last: PlainDate }[] = [];
    for (const { code } of await archive.runningSubstances(since(today, PICTURE_MONTHS))) {
      const read = await readSubstance(archive, directory, { code, today });
      const last = lastOrdered(read.months, today);
      if (last !== null) rows.push({ row: rowOf(code, read, directory, today), last });
    }
    const judged = await judgeLast(
      archive,
      rows.map(({ row: { code }, last }) => ({ code, last })),
    );
    const substances = rows.map(({ row, last }) => ({
      ...row,
      last: lastJudged(last, judged.get(row.code)),
    }));
    const unknown = await archive.unknownProducts(UNKNOWN_LOOKED_AT + 1);
    const shown = unknown.slice(0, UNKNOWN_LOOKED_AT);
    return {
      today,
      substances: substances.sort(bySeverity),
      unknownProducts: {
        count: shown.length,
        lines: shown.reduce((sum, { lines }) => sum + lines, 0),
        more: unknown.length > UNKNOWN_LOOKED_AT,
      },
    };
  };
}

function rowOf(
  code: string,
  { months, past }: ReadSubstance,
  { limits }: Directory,
  today: PlainDate,
): Omit<SomSubstanceRow, 'last'> {
  const limit = limits[code]?.units ?? null;
  const picture = substancePicture({ months, past, today, candidate: null, limit });
  const known = substanceByCode(code);
  const totals = picture.months.map(({ total }) => total);
  return {
    code,
    name: known?.name ?? code,
    schedule: known?.schedule ?? null,
    monthUnits: totals.at(-1) ?? 0,
    months: totals,
    limit: limitStanding({ limit, months, candidate: null, today }),
    history: picture.history,
    confidence: picture.confidence,
  };
}

function bySeverity(a: SomSubstanceRow, b: SomSubstanceRow): number {
  return somLevels.indexOf(b.last.level) - somLevels.indexOf(a.last.level) || (a.name < b.name ? -1 : 1);
}
