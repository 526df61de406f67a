/** `npm run demo [-- --tour]`: everything the demo needs, then the demo itself (tests/demo/main.ts). */
import { mustRun, run, tool } from './run.mjs';
import { setUp } from './setup.mjs';

await setUp(['CHROMIUM', 'OPENSSL']);
await mustRun(tool('wxt'), ['build']);
process.exitCode = await run(tool('tsx'), ['tests/demo/main.ts', ...process.argv.slice(2)]);
