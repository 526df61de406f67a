import { readFileSync, readdirSync } from 'node:fs';

export interface Running {
  readonly pid: number;
  /** What it was started with; the first is the program. */
  readonly args: readonly string[];
}

/** Running processes whose environment has exactly this `NAME=value`, children included (Linux). */
export function processesWith(setting: string): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const found = look(Number(name), setting);
      return found ? [found] : [];
    });
}

function look(pid: number, setting: string): Running | null {
  const read = (what: string) => readFileSync(`/proc/${pid}/${what}`, 'utf8').split('\0');
  try {
    // One that ended but wasn't waited for has no arguments any more.
    return read('environ').includes(setting) ? { pid, args: read('cmdline').slice(0, -1) } : null;
  } catch (error) {
    // It ended meanwhile, or belongs to somebody else.
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ESRCH', 'EACCES'].includes(String(error.code))
    )
      return null;
    throw error;
  }
}
