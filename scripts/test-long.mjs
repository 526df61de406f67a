/**
 * `npm run test:long`: what takes too long for every test run. Documents of many more orders, backups of several computers in
 * many more orders of restoring them, a pack of 5,000 orders, every rule of monitoring on real orders, a death at every step
 * of every act, thousands of generated pages, a thousand orders signed with one PIN, many more bent files. With arguments only
 * the last, which they are for (tests/fuzz/long.ts).
 */
import process from 'node:process';
import { mustRun, tool } from './run.mjs';

const args = process.argv.slice(2);
if (args.length === 0) {
  const vitest = ['run', '--testTimeout=1800000'];
  await mustRun(tool('vitest'), [...vitest, 'lib/documents'], { COUNTERSIGN_RUNS: '5000' });
  await mustRun(tool('vitest'), [...vitest, 'lib/archive/any-order.test.ts'], { COUNTERSIGN_RUNS: '300' });
  await mustRun(tool('vitest'), [...vitest, 'tests/inspection/many-orders.test.ts'], {
    COUNTERSIGN_PACK_ORDERS: '5000',
  });
  await mustRun(tool('vitest'), [...vitest, 'tests/eval/som-compare.test.ts'], {
    COUNTERSIGN_SOM_COMPARE: '1',
  });
  await mustRun(tool('vitest'), [...vitest, 'tests/pages/generated.test.ts'], { COUNTERSIGN_RUNS: '2000' });
  await mustRun(tool('vitest'), [...vitest, 'tests/faults'], { COUNTERSIGN_EVERY_STEP: '1' });
  await mustRun('npm', ['run', '--silent', 'build']);
  await mustRun(tool('playwright'), ['test', 'tests/e2e/many-signatures.spec.ts', '--project=chromium'], {
    COUNTERSIGN_SIGNATURES: '1000',
  });
}
await mustRun(tool('tsx'), ['tests/fuzz/long.ts', ...args]);
