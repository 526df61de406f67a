import { somComponents } from '../../lib/som/components/registry';
import { pastOf } from '../../lib/som/past';
import { dateOf, engineSays, pointsOf } from '../som/engine-score';
import { halvesOf } from '../som/halves';
import { isJudged, scoreAll, thresholdFor } from '../som/measure';
import { realOrders } from '../som/orders';
import { someShapes } from '../som/shapes';

const SHARES = [0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
const RARE: ReadonlySet<string> = new Set(['dormancy', 'newStrength']);
const BUDGETS = { information: 0.1, caution: 0.05, stop: 0.02 } as const;

/**
 * What `lib/som/calibrations.ts` and `level-of.ts` hold, from the tuning half of real orders: each component's measure at
 * which the share .5, .3 … of the orders that it speaks of exceeds it, then the scores at each budget of alerts. One object a component or level.
 */
export async function* evalSomTune(file: string): AsyncGenerator<object> {
  const orders = await realOrders(file);
  const { tuning } = halvesOf(orders.keys());
  const measures = new Map(somComponents.map(({ id }) => [id, [] as number[]]));
  for (const name of tuning) {
    const own = orders.get(name) ?? [];
    const points = own.map(pointsOf);
    for (const [index, order] of own.entries()) {
      if (!isJudged(own, index)) continue;
      const past = pastOf(points.slice(0, index).flat(), dateOf(order.day));
      const days = past.today - past.firstDay;
      for (const { id, minOrders, minDays = 0, measure } of somComponents) {
        if (past.count < minOrders || days < minDays) continue;
        const { baseMg, byStrength } = order;
        const value = measure({ baseMg, units: null, byStrength }, past)?.value;
        if (value !== undefined) measures.get(id)?.push(value);
      }
    }
  }
  for (const [component, values] of measures) {
    // Silence and new strengths are too rare in the sample: theirs are the ones of som.md 3.
    if (RARE.has(component)) continue;
    const sorted = values.sort((a, b) => b - a);
    const at = (share: number) => Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(3));
    yield { component, orders: sorted.length, calibration: SHARES.map((share) => [share, at(share)]) };
  }
  const scores = scoreAll(orders, (one) => engineSays(one).score ?? 0, someShapes[0], 1);
  for (const [level, budget] of Object.entries(BUDGETS))
    yield { level, score: Number(thresholdFor(scores, tuning, budget).toFixed(3)) };
}
