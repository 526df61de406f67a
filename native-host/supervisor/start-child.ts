import { spawn } from 'node:child_process';
import { isSea } from 'node:sea';
import type { Readable, Writable } from 'node:stream';
import { ANSWERS_FD, CHILD_ARGUMENT } from '../process/child-argument';
import type { ChildLink } from './child-link';
import { moduleEnvironment } from './module-environment';

const LAST_WORDS_MS = 200;

/**
 * Starts this program once more, as the one process that loads a vendor's module. Whatever the module prints goes
 * nowhere: nobody knows what it says of PINs.
 */
export function startChild(): ChildLink {
  const script = isSea() ? [] : [...process.execArgv, process.argv[1] as string];
  const child = spawn(process.execPath, [...script, CHILD_ARGUMENT, String(ANSWERS_FD)], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env: moduleEnvironment(process.env),
    windowsHide: true,
  });
  const requests = child.stdio[0] as Writable;
  const answers = child.stdio[ANSWERS_FD] as Readable;
  const kill = () => {
    child.kill('SIGKILL');
  };
  // A child that ends, or never began, is seen by the end of its answers; writing to it then fails, which says no more.
  const ended = () => {
    answers.destroy();
  };
  child.once('error', ended);
  // What it said last is still read; a process that the module left behind may keep the pipe open for ever.
  child.once('exit', () => setTimeout(ended, LAST_WORDS_MS).unref());
  requests.on('error', ended);
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { requests, answers, kill };
}
