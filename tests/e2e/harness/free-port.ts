import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The port itself while nobody serves on it, or null; 0 gives any free one. */
export function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(wanted, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
