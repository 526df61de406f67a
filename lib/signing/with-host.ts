import type { HostClient } from './host-client';
import type { NativeDoor } from './native-port';
import { openHost } from './open-host';

/** Does something with a host of its own, and ends it. Throws as `openHost` and `work` do. */
export async function withHost<T>(door: NativeDoor, work: (host: HostClient) => Promise<T>): Promise<T> {
  const host = await openHost(door);
  try {
    return await work(host);
  } finally {
    host.close();
  }
}
