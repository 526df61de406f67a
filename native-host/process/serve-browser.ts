import { systemClock } from '@/lib/base';
import { compareClock } from '../clock/compare-clock';
import { diagnose } from '../diagnose/diagnose';
import { serve, type Handlers } from '../server';
import { startChild, supervise } from '../supervisor';
import { hello } from './hello';

/**
 * Serves the extension over stdin and stdout until the browser closes them, or can no longer be understood; then the token is
 * logged out and the child ends, or is killed. Answers the exit code.
 */
export async function serveBrowser(): Promise<number> {
  const supervisor = supervise(startChild);
  const handlers: Handlers = {
    modules: (params) => supervisor.ask('modules', params),
    tokens: (params) => supervisor.ask('tokens', params),
    login: (params) => supervisor.ask('login', params),
    sign: (params) => supervisor.ask('sign', params),
    logout: (params) => supervisor.ask('logout', params),
    clock: (params) => compareClock(params, systemClock),
    diagnose: async () => ({ checks: await diagnose() }),
  };
  // A browser that closed its end reads no more answers.
  process.stdout.on('error', () => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  const wire = { input: process.stdin, write: (frame: Uint8Array) => process.stdout.write(frame) };
  try {
    return (await serve(wire, hello(), handlers)) === 'ended' ? 0 : 1;
  } finally {
    await supervisor.farewell();
  }
}
