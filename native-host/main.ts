import { say } from '@/lib/words/host';
import { harden } from './process/harden';
import { roleOf } from './process/role-of';
import { unsafeOwnFile } from './process/unsafe-own-file';

/** `countersign-host`: what a browser starts, its own child, and the command line, told apart by the arguments. */
async function main(args: readonly string[]): Promise<number> {
  const role = roleOf(args);
  if (role === 'refuse') return refuse(say('host.notTheExtension'));
  harden();
  if (role === 'cli') return (await import('./install/cli')).runCli(args);
  if (role === 'child') return (await import('./process/run-module-process')).runModuleProcess(args.slice(1));
  const unsafe = unsafeOwnFile();
  if (unsafe !== null) return refuse(say('host.openToOthers', { path: unsafe.path }));
  return (await import('./process/serve-browser')).serveBrowser();
}

function refuse(why: string): number {
  process.stderr.write(`countersign-host: ${why}\n`);
  return 1;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
