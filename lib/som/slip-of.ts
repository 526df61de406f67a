import type { SomLine, SomSlip } from './assessment';
import type { Candidate } from './components/component';
import type { SubstancePast } from './past';
import { usualMg, usualOrders } from './usual';

/** How exactly the multiple must be met: only what is counted, and no accident, is. */
const TOLERANCE = 0.001;
/** An amount that isn't the median is usual where it was ordered this often. */
const OFTEN = 2;
/** A smaller package's multiple is an order like others. */
const LEAST_PACKAGE = 5;

interface Amount {
  readonly lineNumber: number | null;
  readonly baseMg: number;
  readonly units: number | null;
}

/**
 * Whether the order, or one line of it, is exactly a usual amount with a zero or two too many, or with units where packages
 * were meant: 300 packages of 100 where 300 tablets are usual. A hint for whoever typed it; it raises no level.
 */
export function slipOf(lines: readonly SomLine[], whole: Candidate, past: SubstancePast): SomSlip | null {
  const usual = usualAmounts(past);
  const amounts: Amount[] = [
    { lineNumber: null, baseMg: whole.baseMg, units: whole.units },
    ...(lines.length < 2
      ? []
      : lines.map(({ lineNumber, baseMg, units }) => ({ lineNumber, baseMg: baseMg as number, units }))),
  ];
  for (const amount of amounts) {
    const [kind, times, usualMgOf] =
      timesOf(amount, lines).flatMap(([one, by]): [SomSlip['kind'], number, number][] => {
        const found = usual.find((mg) => Math.abs(amount.baseMg / (mg * by) - 1) <= TOLERANCE);
        return found === undefined ? [] : [[one, by, found]];
      })[0] ?? [];
    if (kind === undefined || times === undefined || usualMgOf === undefined) continue;
    const units = amount.units === null ? null : amount.units / times;
    return { kind, times, lineNumber: amount.lineNumber, usual: { baseMg: usualMgOf, units } };
  }
  return null;
}

function timesOf({ lineNumber }: Amount, lines: readonly SomLine[]): readonly [SomSlip['kind'], number][] {
  const sizes = lines
    .filter((line) => lineNumber === null || line.lineNumber === lineNumber)
    .flatMap(({ packageSize }) => (typeof packageSize === 'number' ? [packageSize] : []));
  return [
    ...[...new Set(sizes)]
      .filter((size) => size >= LEAST_PACKAGE)
      .map((size): [SomSlip['kind'], number] => ['package', size]),
    ['ten', 10],
    ['hundred', 100],
  ];
}

/** The median of the usual orders, and amounts that came up again and again among them. */
function usualAmounts(past: SubstancePast): readonly number[] {
  const counts = new Map<number, number>();
  for (const { baseMg } of usualOrders(past)) counts.set(baseMg, (counts.get(baseMg) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([mg]) => mg);
  const middle = usualMg(past);
  return Number.isFinite(middle) ? [middle, ...often] : often;
}
