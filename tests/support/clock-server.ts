import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@/lib/base';

export interface ClockServer {
  /** `localhost:PORT` */
  readonly host: string;
  /** What was asked: method and path. */
  readonly asked: string[];
  /** Milliseconds that this computer is to seem ahead of the server; null: it states no time. */
  ahead: number | null;
  /** Sent beside the date. */
  headers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A web server over HTTPS, with a certificate of its own making, whose `Date` header says what a test wants. */
export async function startClockServer(): Promise<ClockServer> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-clock-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    clockServer.asked.push(`${request.method} ${request.url}`);
    response.sendDate = false;
    const { ahead, headers } = clockServer;
    const date = ahead === null ? {} : { date: new Date(systemClock.now() - ahead).toUTCString() };
    response.writeHead(404, { 'content-type': 'text/plain', ...date, ...headers });
    response.end();
  });
  rmSync(dir, { recursive: true, force: true });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const clockServer: ClockServer = {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    asked: [],
    ahead: 0,
    headers: {},
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
  return clockServer;
}
