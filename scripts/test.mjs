/**
 * `npm test`: set-up, builds, unit and component tests (Vitest), browser tests in Chromium and Firefox (Playwright's
 * runner). Its last line sums all runners; a runner that ended without a report counts as one failure.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, tool } from './run.mjs';
import { setUp } from './setup.mjs';

const reports = join(root, '.cache', 'reports');
/** What the tests take for the system's folder for temporary files. */
const temp = mkdtempSync(join(tmpdir(), 'cs-'));

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch (error) {
    console.error(`No report ${name}: ${error.message}`);
    return null;
  }
}

async function vitest() {
  const file = join(reports, 'vitest.json');
  const code = await run(
    tool('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { TMPDIR: temp },
  );
  const report = readReport('vitest.json');
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed =
    report.numFailedTests +
    report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: report.numPendingTests,
  };
}

async function playwright() {
  const code = await run(tool('playwright'), ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json'),
    TMPDIR: temp,
  });
  const report = readReport('playwright.json');
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed || (code === 0 ? 0 : 1), skipped };
}

/** A test removes what it made; what a browser or a tool leaves behind isn't a test's. */
function temporaryFiles() {
  const left = readdirSync(temp).filter((name) => name.startsWith('countersign-'));
  rmSync(temp, { recursive: true, force: true });
  for (const name of left) console.error(`A test left ${name} in the folder for temporary files.`);
  return { passed: left.length === 0 ? 1 : 0, failed: left.length === 0 ? 0 : 1, skipped: 0 };
}

await setUp();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = [];
// Tests start the native host as a browser does.
if ((await run(process.execPath, ['scripts/build-host.mjs'])) !== 0)
  results.push({ runner: 'build of the native host', passed: 0, failed: 1, skipped: 0 });
results.push({ runner: 'unit and component (Vitest)', ...(await vitest()) });
const built = await run('npm', ['run', '--silent', 'build']);
if (built === 0) results.push({ runner: 'browsers (Playwright)', ...(await playwright()) });
else results.push({ runner: 'build', passed: 0, failed: 1, skipped: 0 });

results.push({ runner: 'nothing left in the folder for temporary files', ...temporaryFiles() });

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const line = (r) => `${r.passed} passed, ${r.failed} failed${r.skipped > 0 ? `, ${r.skipped} skipped` : ''}`;
console.log();
for (const result of results) console.log(`${result.runner}: ${line(result)}`);
console.log(line({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }));
process.exitCode = sum('failed') > 0 ? 1 : 0;
