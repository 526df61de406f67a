import type { Figure } from '../figure';
import { median } from '../median';
import type { Watcher } from './in-page';
import { openPageBench, type OpenPageBench } from './open-page-bench';

const NODES = 60_000;
const ROUNDS = 7;

/** What the extension costs a supplier's page, in a real Chromium. */
export async function pageFigures(): Promise<Figure[]> {
  const bench = await openPageBench();
  const quick = await openPageBench({ quick: 60 });
  try {
    return [
      ...(await gateFigures(bench)),
      ...(await watchFigures(bench)),
      ...(await readFigures(bench)),
      await memoryFigure(quick),
    ];
  } finally {
    await bench.close();
    await quick.close();
  }
}

const figure = (name: string, times: readonly number[], mostMs: number): Figure => ({
  ...{ name: `pages ${name}, chromium`, value: median(times), unit: 'ms', n: times.length },
  budget: { mostMs },
});

async function gateFigures(bench: OpenPageBench): Promise<Figure[]> {
  return [figure('gate, 10,000 nodes that are no order', await bench.run('gate', 10_000, 200), 1)];
}

/** In turn, so that whatever else the machine does falls on all alike. */
export async function watchTimes(
  bench: OpenPageBench,
  watchers: readonly Watcher[],
  rounds: number,
): Promise<ReadonlyMap<Watcher, readonly number[]>> {
  const times = new Map<Watcher, number[]>(watchers.map((watcher) => [watcher, []]));
  for (let round = 0; round <= rounds; round++)
    for (const watcher of watchers) {
      const ms = await bench.run('batches', NODES, watcher);
      // The first round warms up.
      if (round > 0) times.get(watcher)?.push(ms);
    }
  return times;
}

async function watchFigures(bench: OpenPageBench): Promise<Figure[]> {
  const times = await watchTimes(bench, ['nobody', 'collector', 'gate', 'detector'], ROUNDS);
  const of = (watcher: Watcher) => median(times.get(watcher) ?? []);
  const name = (watcher: Watcher) => `pages batch of changes among 60,000 nodes, ${watcher}, chromium`;
  const against = 'an observer that only collects';
  return [
    ...(['nobody', 'collector'] as const).map((watcher): Figure => ({
      name: name(watcher),
      value: of(watcher),
      unit: 'ms',
      n: ROUNDS,
    })),
    ...(['gate', 'detector'] as const).map((watcher): Figure => ({
      ...{ name: name(watcher), value: of(watcher), unit: 'ms', n: ROUNDS },
      ...{ ratio: of('collector') / of(watcher), against, budget: { leastRatio: 1 / 1.5 } },
    })),
  ];
}

async function readFigures(bench: OpenPageBench): Promise<Figure[]> {
  const longest: number[] = [];
  for (let i = 0; i < ROUNDS; i++) longest.push((await bench.run('longestTask', 500, NODES)).longest);
  return [
    figure('order of 500 lines', await bench.run('detection', 500, 25), 50),
    figure('longest task of it among 60,000 nodes', longest, 50),
    figure('wall of 5,000 fields', await bench.run('wall', 5_000, 25), 5),
  ];
}

/** After as many navigations again nothing more is held than after the first hundred. */
async function memoryFigure(bench: OpenPageBench): Promise<Figure> {
  await bench.run('navigate', 100);
  const before = await bench.heap();
  await bench.run('navigate', 1_000);
  return {
    ...{ name: 'pages held after 1,000 navigations, chromium', unit: 'MB', n: 1 },
    value: (await bench.heap()) - before,
  };
}
