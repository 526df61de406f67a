import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSea } from 'node:sea';

/** What this program runs: its executable, and where that is Node, the script; and koffi's native file beside it. */
export function ownFiles(): readonly string[] {
  const script = isSea() ? process.execPath : (process.argv[1] as string);
  const program = realpathSync(script);
  const native = join(dirname(program), 'koffi.node');
  return [
    ...new Set([
      realpathSync(process.execPath),
      program,
      ...(existsSync(native) ? [realpathSync(native)] : []),
    ]),
  ];
}
