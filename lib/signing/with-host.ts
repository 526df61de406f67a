import type { HostClient } from './host-client';
import type { NativeDoor } from './native-port';
import { openHost } from './open-host';

/** Does something with a host of its own, and ends it; the signal ends it earlier. Throws as `openHost` and `work` do. */
export async function withHost<T>(
  door: NativeDoor,
  work: (host: HostClient) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const host = await openHost(door, signal);
  try {
    return await work(host);
  } finally {
    host.close();
  }
}
