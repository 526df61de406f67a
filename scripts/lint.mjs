/** `npm run lint`: every check of form, all of them even when one fails. */
import { run, tool } from './run.mjs';

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
for (const [what, name, args, env] of checks) {
  console.log(`--- ${what}`);
  if ((await run(tool(name), args, env)) !== 0) failed.push(what);
}
console.log(failed.length === 0 ? 'lint: all clean' : `lint: not clean: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
