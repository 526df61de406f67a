import { spawnSync } from 'node:child_process';
import { win32 } from 'node:path';
import type { Registry } from './machine';

/** Runs reg.exe; answers its exit code and output. */
export type RunReg = (args: readonly string[]) => { readonly status: number | null; readonly stdout: string };

/** The registry through Windows's own reg.exe, called by its whole path so that no other program of that name answers. */
export function windowsRegistry(run: RunReg): Registry {
  const must = (args: readonly string[]) => {
    const { status } = run(args);
    if (status !== 0)
      throw Object.assign(new Error('reg.exe refused'), { code: `reg ${status ?? 'killed'}` });
  };
  const read = (key: string) => {
    const { status, stdout } = run(['query', key, '/ve']);
    // Any failure is taken for "not there": writing or removing then tells what is wrong. The value's own name is translated.
    if (status !== 0) return null;
    return /\sREG_SZ\s+(\S.*?)\s*$/m.exec(stdout)?.[1] ?? null;
  };
  return {
    read,
    write: (key, value) => {
      must(['add', key, '/ve', '/t', 'REG_SZ', '/d', value, '/f']);
    },
    remove: (key) => {
      must(['delete', key, '/f']);
    },
  };
}

export function regExe(env: NodeJS.ProcessEnv): RunReg {
  const program = win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  return (args) => spawnSync(program, args, { encoding: 'utf8', windowsHide: true, timeout: 10_000 });
}
