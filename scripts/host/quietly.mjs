import { spawnSync } from 'node:child_process';

/**
 * Runs a command, in `cwd` and with the variables `env` besides its own, and shows what it says only if it fails; answers
 * its output. Throws when it fails or isn't there.
 */
export function quietly(command, args, { cwd, env = {} } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  if (error) throw new Error(`${command} can't be started (${error.code})`);
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
