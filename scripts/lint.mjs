/** `npm run lint`: every check of form, all of them even when one fails; as many at once as there are processors. */
import { availableParallelism } from 'node:os';
import { runAside, tool } from './run.mjs';

const rooms = ['entrypoints', 'wiring', 'components', 'lib', 'native-host', 'verifier', 'tests'];
const checks = [
  ['ESLint', 'eslint', ['.', '--max-warnings', '0']],
  ['arrows and faces', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...rooms]],
  [
    'what each context loads',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      'entrypoints',
      'wiring',
      'components',
      'lib',
      'native-host',
      'verifier',
    ],
    { CRUISE: 'runtime' },
  ],
  ['unused code', 'knip', []],
  ['format', 'prettier', ['--check', '.']],
];

const failed = [];
const waiting = [...checks];
async function lane() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [what, name, args, env] = check;
    const { code, output } = await runAside(tool(name), args, env);
    console.log(`--- ${what}`);
    process.stdout.write(output);
    if (code !== 0) failed.push(what);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, lane));
console.log(failed.length === 0 ? 'lint: all clean' : `lint: not clean: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
