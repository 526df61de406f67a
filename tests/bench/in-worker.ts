import { ageFigures } from './age';
import { approvalFigures } from './approval';
import { catalogueFigures } from './catalogue';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { runAll, suites, type SuiteName } from './suites';

/** What the bench's extension offers in its service worker. */
export interface WorkerBench {
  bench(suite: SuiteName, inputs: Inputs, prefix: string): Promise<Figure[]>;
  /** Not a contest: each approval needs a request of its own, whose opening isn't measured. */
  approval(inputs: Inputs): Promise<Figure[]>;
  /** An archive of so many lines beside one of fewer. */
  age(lines: number, fewer: number, prefix: string): Promise<Figure[]>;
  /** The NDC directory of 100,000 products. */
  catalogue(): Promise<Figure[]>;
}

const offered: WorkerBench = {
  bench: async (suite, inputs, prefix) => runAll(await suites[suite](inputs), prefix, 'chromium'),
  approval: (inputs) => approvalFigures(inputs, 'chromium'),
  age: (lines, fewer, prefix) => ageFigures(lines, fewer, prefix),
  catalogue: catalogueFigures,
};
Object.assign(globalThis, offered);
