import { writeFileSync } from 'node:fs';

const FILTER = '/proc/self/coredump_filter';

/**
 * Keeps what this process holds to itself: files it makes are its user's alone, a crash leaves neither report nor memory
 * (children inherit that), and no signal opens a debugger. Errors that nobody caught are told by their class alone,
 * because their messages may quote a PIN.
 */
export function harden(): void {
  process.umask(0o077);
  if (process.report) {
    process.report.reportOnFatalError = false;
    process.report.reportOnUncaughtException = false;
    process.report.reportOnSignal = false;
  }
  if (process.platform === 'linux') noMemoryInCoreDumps();
  // Node's own answer to SIGUSR1 is a debugger that any process of this computer may connect to.
  if (process.platform !== 'win32') process.on('SIGUSR1', () => process.exit(1));
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
}

/** Whether the system took it; a container may forbid it, and core dumps are off where nobody turned them on. */
function noMemoryInCoreDumps(): boolean {
  try {
    writeFileSync(FILTER, '0');
    return true;
  } catch {
    return false;
  }
}

function fatal(error: unknown): void {
  process.stderr.write(`countersign-host: ${error instanceof Error ? error.name : 'error'}\n`);
  process.exit(70);
}
