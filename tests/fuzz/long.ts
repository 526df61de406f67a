import { parseArgs } from 'node:util';
import { demoPki } from '../pki/demo-pki';
import { sampleData } from '../pki/sample-data';
import { attack, type Result } from './attack';
import { targetNames, targets } from './targets';
import { watchdog } from './watchdog';

/** `npm run test:long [-- --target NAME … --runs N --seed N --path P]`: laws of fuzz.test.ts over many more inputs. */
const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    runs: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});

const DEFAULT_RUNS = 108_000;
const PROGRESS_MS = 10_000;

const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
const chosen = targetNames.filter((name) => values.target === undefined || values.target.includes(name));
if (chosen.length === 0) {
  process.stderr.write(`There is no target ${values.target?.join()}. There are: ${targetNames.join(', ')}\n`);
  process.exit(2);
}
if (sampleData('crypto') === null)
  process.stdout.write(
    'The sample data is not here (COUNTERSIGN_DATA): seeds are those of the demo alone.\n',
  );

const prepared = [];
for (const name of chosen) prepared.push(await targets[name](demoPki()));
const shares = prepared.reduce((sum, { share }) => sum + share, 0);
const total = values.runs === undefined ? DEFAULT_RUNS : Number(values.runs);

const results: Result[] = [];
for (const target of prepared) {
  const runs = Math.ceil((total * target.share) / shares);
  const watch = watchdog(`${target.name}, seed ${seed}`);
  let told = performance.now();
  const onInput = (done: number) => {
    watch.begins(done);
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    process.stdout.write(`  ${target.name}: ${done} of ${runs}\n`);
  };
  const path = values.path === undefined ? {} : { path: values.path };
  const result = await attack(target, { runs, seed, onInput, ...path });
  await watch.stop();
  results.push(result);
  process.stdout.write(`${line(result)}\n`);
  if (result.finding !== null) process.stdout.write(`${result.finding}\n`);
}

const inputs = results.reduce((sum, result) => sum + result.inputs, 0);
const ms = results.reduce((sum, result) => sum + result.ms, 0);
const findings = results.filter(({ finding }) => finding !== null).length;
process.stdout.write(
  `${inputs} inputs, ${perSecond(inputs, ms)} a second, ${findings} findings, seed ${seed}\n`,
);
process.exitCode = findings > 0 ? 1 : 0;

function line({ target, inputs: count, ms: time, outcomes }: Result): string {
  const seen = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, n]) => `${outcome} ${n}`);
  return `${target}: ${count} inputs, ${perSecond(count, time)} a second (${seen.join(', ')})`;
}

function perSecond(count: number, time: number): number {
  return Math.round((count / time) * 1000);
}
