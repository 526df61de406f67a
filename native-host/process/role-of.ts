import { EXTENSION_IDS, HOST_NAME } from '@/lib/host';
import { ANSWERS_FD, CHILD_ARGUMENT } from './child-argument';

const CLI = ['install', 'uninstall', 'status', 'diagnose', 'help', '--help', '-h', '--version'];

export type Role = 'serve' | 'child' | 'cli' | 'refuse';

/**
 * What this process was started for, by its arguments (those after the program's own name). Only the extension is served,
 * by its exact id (attacks.md 94): Chromium hands over the caller's origin (on Windows a window's handle as well),
 * Firefox the manifest's path and the extension's id.
 */
export function roleOf(args: readonly string[]): Role {
  const [first, second, ...rest] = args;
  if (first === undefined) return 'refuse';
  if (first === `chrome-extension://${EXTENSION_IDS.chromium}/`)
    return args.slice(1).every((more) => more.startsWith('--')) ? 'serve' : 'refuse';
  const isManifest = first.split(/[/\\]/).at(-1) === `${HOST_NAME}.json`;
  if (isManifest) return second === EXTENSION_IDS.firefox && rest.length === 0 ? 'serve' : 'refuse';
  if (first === CHILD_ARGUMENT)
    return rest.length === 0 && (second === undefined || second === String(ANSWERS_FD)) ? 'child' : 'refuse';
  return CLI.includes(first) ? 'cli' : 'refuse';
}
