import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ANSWERS_FD, CHILD_ARGUMENT } from '../process/child-argument';
import type { ChildLink } from '../supervisor';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A running process that loads modules, as its supervisor has it, and the process itself. */
export interface ModuleProcess extends ChildLink {
  readonly process: ChildProcess;
  /** Resolves with what ended it: a signal's name, or an exit code. */
  readonly ended: Promise<string | number | null>;
}

/** Bundles the host as it is now; answers what starts its module process. */
export async function moduleProcesses(): Promise<(env?: NodeJS.ProcessEnv) => ModuleProcess> {
  const outfile = join(root, '.cache', 'host-under-test', `host-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['native-host/main.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@': root },
    external: ['koffi'],
    logLevel: 'error',
  });
  return (env = {}) => {
    const child = spawn(process.execPath, [outfile, CHILD_ARGUMENT, String(ANSWERS_FD)], {
      stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, ...env },
    });
    const ended = new Promise<string | number | null>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? code));
    });
    child.stdin?.on('error', () => child.kill('SIGKILL'));
    return {
      requests: child.stdin as Writable,
      answers: child.stdio[ANSWERS_FD] as Readable,
      kill: () => void child.kill('SIGKILL'),
      process: child,
      ended,
    };
  };
}
