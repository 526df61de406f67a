import type { Writable } from 'node:stream';
import { CountersignError, limits } from '@/lib/base';
import { serve } from '../server';
import { CkrError } from './ckr-error';
import { moduleSession, type ModuleSession } from './handlers';

/**
 * The process that alone loads a PKCS #11 module: answers `modules`, `tokens`, `login`, `sign` and `logout` until nobody
 * asks any more, without a hello. Then the user is logged out of the token; a module that doesn't come back from that, or
 * from what it was at, is ended with the process (`endNow`), because an exit would wait for it.
 */
export async function runChild(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  endNow: () => void = killSelf,
): Promise<void> {
  const module = moduleSession();
  const wire = { input, write: (frame: Uint8Array) => void output.write(frame) };
  await serve(wire, null, { ...module.handlers, clock: notHere, diagnose: notHere });
  if (!(await farewell(module))) endNow();
}

async function farewell(module: ModuleSession): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, limits.tokenFarewellMs, false);
  });
  try {
    return await Promise.race([module.farewell(), late]);
  } catch (error) {
    // A token that is gone, or a module that objects to ending: nobody is left to hear it.
    if (error instanceof CkrError) return true;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function notHere(): Promise<never> {
  throw new CountersignError('input/malformed', { detail: 'command' });
}

function killSelf(): void {
  process.kill(process.pid, 'SIGKILL');
}
