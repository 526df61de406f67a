import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ValiError } from 'valibot';
import type { Call, Handler } from './router';

/** A signed order of a thousand lines stays well below this. */
const BODY_MAX_BYTES = 4_000_000;

export interface Served {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX_BYTES) throw new RangeError('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function cookiesOf(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name, value]) => [name ?? '', value ?? '']));
}

async function callOf(request: IncomingMessage, base: string): Promise<Call> {
  const url = new URL(request.url ?? '/', base);
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  return {
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET'),
    path: url.pathname,
    params: {},
    query: url.searchParams,
    form: new URLSearchParams(type.includes('urlencoded') ? body : ''),
    json: type.includes('json') && body !== '' ? (JSON.parse(body) as unknown) : null,
    cookies: cookiesOf(request.headers.cookie),
  };
}

/** Serves on `host`; port 0 takes a free one. Whatever a handler throws becomes a plain 400 or 500, never a hang. */
export async function serve(handler: Handler, host: string, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const reply = await handler(await callOf(request, 'http://localhost'));
        response.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers });
        response.end(request.method === 'HEAD' ? undefined : reply.body);
      } catch (error) {
        const ours =
          error instanceof SyntaxError ||
          error instanceof RangeError ||
          error instanceof URIError ||
          error instanceof ValiError;
        if (!ours) console.error(error);
        response.writeHead(ours ? 400 : 500, { 'content-type': 'text/plain' });
        response.end(ours ? 'Bad request' : 'Server error');
      }
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${host}:${taken}`,
    port: taken,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
