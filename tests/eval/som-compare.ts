import { anomaly, type Case } from '../som/anomalies';
import { engineSays } from '../som/engine-score';
import { givenScore } from '../som/given/given-score';
import { halvesOf } from '../som/halves';
import { measure, scoreAll, thresholdFor, type Score } from '../som/measure';
import { realOrders, type RealOrder } from '../som/orders';
import { publishedRules } from '../som/published-rules';
import { draw, randomFrom } from '../som/random';
import { someShapes } from '../som/shapes';

const BUDGET = 0.05;
const SEEDS = [1, 2, 3] as const;
const FEW = 5;
const PLACES = 4;

const engine: Score = (one) => engineSays(one).score ?? 0;
const rounded = (value: number) => Number(value.toFixed(3));
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * Every rule on the same real orders and the same made-up ones, on buyers that nothing was tuned on: as published or with
 * the threshold of the tuning half (`al` tells what it costs there), and at exactly .05 alerts a substance-month.
 */
export async function* evalSomCompare(file: string): AsyncGenerator<object> {
  const orders = await realOrders(file);
  const { tuning, kept } = halvesOf(orders.keys());
  const rules: readonly { name: string; score: Score; at?: number }[] = [
    { name: 'this engine', score: engine },
    { name: 'formulas as given', score: givenScore },
    ...publishedRules,
  ];
  for (const [shape, index] of someShapes.map((one, number) => [one, number] as const))
    for (const { name, score, at } of rules) {
      const runs = SEEDS.map((seed) => {
        const scores = scoreAll(orders, score, shape, seed);
        return {
          asIs: measure(scores, kept, at ?? thresholdFor(scores, tuning, BUDGET)),
          at05: measure(scores, kept, thresholdFor(scores, kept, BUDGET)),
        };
      });
      const over = (pick: (run: (typeof runs)[number]) => number) => rounded(mean(runs.map(pick)));
      yield {
        rule: name,
        madeUp: index + 1,
        alerts: over(({ asIs }) => asIs.alerts),
        recall5: over(({ asIs }) => asIs.recall5),
        recall7: over(({ asIs }) => asIs.recall7),
        recall5At05: over(({ at05 }) => at05.recall5),
        recall7At05: over(({ at05 }) => at05.recall7),
      };
    }
  const scores = scoreAll(orders, engine, someShapes[0], SEEDS[0]);
  const threshold = thresholdFor(scores, tuning, BUDGET);
  yield* coldStart(orders, kept, threshold);
  yield allSuppliers(orders, kept, threshold);
}

/** False alarms of orders with one to five before them, and what is found of five times the usual there. */
function* coldStart(
  orders: ReadonlyMap<string, readonly RealOrder[]>,
  buyers: ReadonlySet<string>,
  threshold: number,
): Generator<object> {
  for (let before = 1; before <= FEW; before++) {
    const series = [...buyers].flatMap((name) => {
      const own = orders.get(name) ?? [];
      return own.length > before ? [own] : [];
    });
    const share = (cases: readonly (readonly Case[])[]) =>
      rounded(mean(cases.map((some) => (Math.max(...some.map(engine)) > threshold ? 1 : 0))));
    yield {
      ordersBefore: before,
      falseAlarms: share(
        series.map((own) => [{ past: own.slice(0, before), order: own[before] as RealOrder }]),
      ),
      fiveTimesUsual: share(series.map((own) => anomaly(own, before, '5×', someShapes[1]))),
    };
  }
}

/** An order split over three suppliers, as this pharmacy sees it and as the supplier sees it that sees most. */
function allSuppliers(
  orders: ReadonlyMap<string, readonly RealOrder[]>,
  buyers: ReadonlySet<string>,
  threshold: number,
): object {
  const random = randomFrom(SEEDS[0]);
  let [all, single, made] = [0, 0, 0];
  for (const name of buyers) {
    const own = orders.get(name) ?? [];
    const places = [...own.keys()].filter((at) => at >= 12);
    for (const at of draw(places, PLACES, random)) {
      const cases = anomaly(own, at, 'split', someShapes[0]);
      const alone = cases.map(({ past, order }) => ({
        past: past.filter(({ supplierId }) => supplierId === order.supplierId),
        order,
      }));
      made++;
      if (Math.max(...cases.map(engine)) > threshold) all++;
      if (Math.max(...alone.map(engine)) > threshold) single++;
    }
  }
  return { split: made, allSuppliers: rounded(all / made), bestSingleSupplier: rounded(single / made) };
}
