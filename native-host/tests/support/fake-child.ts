import type { Writable } from 'node:stream';
import type { CommandParams, HostToken } from '@/lib/host';
import { frameOf } from '../../frames';
import { serve } from '../../server';
import { idle } from './conversation';

/**
 * In a test's bundle this takes the child's place: what it does is said by the module's path, because the environment
 * doesn't reach it. Its process id is the label of its only token.
 */
export async function runChild(input: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  process.stdout.write('printed by a module, PIN 1234');
  process.stderr.write('printed by a module, PIN 1234');
  let loggedIn = false;
  const tokens = async ({ module }: CommandParams<'tokens'>) => {
    if (module === '/crash') process.kill(process.pid, 'SIGSEGV');
    if (module === '/exit') process.exit(0);
    if (module === '/hang') for (;;) Math.sqrt(2);
    if (module === '/garbage') output.write(Buffer.from('\u0005\u0000\u0000\u0000hello'));
    if (module === '/lies') output.write(frameOf({ id: 1, ok: true, value: { tokens: 'many' } }));
    if (module === '/another') output.write(frameOf({ id: 99, ok: true, value: { tokens: [] } }));
    if (module === '/environment') return { tokens: [token(Object.keys(process.env).sort().join())] };
    return { tokens: [token(loggedIn ? 'logged in' : '')] };
  };
  await serve({ input, write: (frame) => void output.write(frame) }, null, {
    ...idle.handlers,
    tokens,
    login: () => {
      loggedIn = true;
      return idle.handlers.login();
    },
  });
}

function token(model: string): HostToken {
  return {
    serial: '',
    label: String(process.pid),
    manufacturer: '',
    model: model.slice(0, 1_000),
    hardware: '',
    firmware: '',
    claimsFips: false,
    flags: idle.flags,
    certificates: [],
  };
}
