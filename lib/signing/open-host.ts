import { CountersignError, limits } from '@/lib/base';
import { helloSchema, PROTOCOL } from '@/lib/host';
import { say } from '@/lib/words';
import * as v from 'valibot';
import { createHostClient, type HostClient } from './host-client';
import { createHostLine } from './host-line';
import type { NativeDoor } from './native-port';

/**
 * Starts a native host of its own and waits for its hello. Whoever opens it closes it. Throws `host/not-permitted`,
 * `host/missing`, `host/forbidden`, `host/crashed`, `host/slow`, `host/garbled`, `host/too-old`, `host/too-new`. The signal
 * ends it at any time, and what waits for it with `host/crashed`.
 */
export async function openHost(door: NativeDoor, signal?: AbortSignal): Promise<HostClient> {
  if (!(await door.mayConnect())) throw new CountersignError('host/not-permitted');
  if (signal?.aborted) throw new CountersignError('host/crashed');
  const port = door.connect();
  const line = createHostLine(port);
  signal?.addEventListener('abort', () => line.end(new CountersignError('host/crashed')), { once: true });
  const step = say('host.step.start');
  const hello = v.safeParse(helloSchema, await line.next(() => undefined, limits.hostStartMs, step));
  const refused = (error: CountersignError) => {
    line.end(error);
    return error;
  };
  if (!hello.success) throw refused(new CountersignError('host/garbled', { detail: step }));
  const { protocol, version } = hello.output;
  if (protocol < PROTOCOL) throw refused(new CountersignError('host/too-old', { version }));
  if (protocol > PROTOCOL) throw refused(new CountersignError('host/too-new', { version }));
  return createHostClient(port, line, version);
}
