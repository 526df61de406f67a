import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { runAll, suites, type SuiteName } from './suites';

/** What the bench's extension offers in its service worker. */
export interface WorkerBench {
  bench(suite: SuiteName, inputs: Inputs, prefix: string): Promise<Figure[]>;
}

const offered: WorkerBench = {
  bench: async (suite, inputs, prefix) => runAll(await suites[suite](inputs), prefix, 'chromium'),
};
Object.assign(globalThis, offered);
