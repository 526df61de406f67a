import { say } from '@/lib/words/host';
import { diagnose } from '../diagnose/diagnose';
import { version } from '../process/version';
import { changeBrowsers } from './change-browsers';
import { exitCodes } from './exit-codes';
import { readOptions } from './options';
import { showDiagnosis } from './show-diagnosis';
import { showStatus } from './show-status';
import { thisMachine } from './this-machine';
import type { World } from './world';

type Given = Omit<World, 'machine'> & { readonly machine: World['machine'] | null };

const thisWorld = (): Given => ({
  machine: thisMachine(),
  diagnose,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});

/** `countersign-host install|uninstall|status|diagnose`; answers the exit code (exit-codes.ts). */
export async function runCli(args: readonly string[], given: Given = thisWorld()): Promise<number> {
  const { machine, out, err } = given;
  const end = (code: number, tell: (line: string) => void, text: string) => {
    tell(text);
    return code;
  };
  const wish = readOptions(args);
  if (wish.kind === 'help') return end(exitCodes.done, out, say('host.usage'));
  if (wish.kind === 'version') return end(exitCodes.done, out, version);
  if (wish.kind === 'wrong') return end(exitCodes.usage, err, wish.message);
  if (machine === null)
    return end(exitCodes.failed, err, say('host.usage.system', { platform: process.platform }));
  const world = { ...given, machine };
  const { options } = wish;
  switch (options.command) {
    case 'status':
      return showStatus(options, world);
    case 'diagnose':
      return showDiagnosis(options, world);
    case 'install':
    case 'uninstall':
      return changeBrowsers(options, world);
  }
}
