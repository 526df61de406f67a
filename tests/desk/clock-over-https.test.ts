import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/base';
import { askWebClock } from '@/lib/desk/clock/ask-web-clock';
import { startClockServer, type ClockServer } from '../support/clock-server';

let server: ClockServer;
beforeAll(async () => {
  server = await startClockServer();
});
afterAll(() => server.stop());

/** As a browser's `fetch`, of a server whose certificate nobody vouches for where `trusting`. */
const fetchOver = (trusting: boolean) => (url: string, init: RequestInit) =>
  new Promise<Response>((resolve, reject) => {
    const asking = request(url, { method: init.method ?? 'GET', rejectUnauthorized: !trusting }, (answer) => {
      const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      answer.resume();
      resolve(new Response(null, { status: answer.statusCode ?? 500, headers }));
    });
    asking.on('error', (cause) => reject(new TypeError('Failed to fetch', { cause })));
    asking.end();
  });
const ask = (trusting = true) =>
  askWebClock({ listHosts: { fetch: fetchOver(trusting) }, clock: systemClock }, `https://${server.host}`);

describe('a real server over HTTPS', () => {
  it.each([0, 301_000, -301_000, 86_400_000])('that makes this clock %i ms ahead', async (ahead) => {
    server.ahead = ahead;
    const reading = await ask();
    expect(reading).toMatchObject({ source: server.host, by: 'https' });
    expect(Math.abs((reading?.offsetMs ?? Number.NaN) - ahead)).toBeLessThanOrEqual(
      reading?.uncertaintyMs ?? 0,
    );
    expect(reading?.uncertaintyMs).toBeLessThan(2_000);
  });

  it('that states no time, or answers out of a cache, says nothing', async () => {
    server.ahead = null;
    expect(await ask()).toBeNull();
    server.ahead = 0;
    server.headers = { age: '30' };
    expect(await ask()).toBeNull();
    server.headers = {};
  });

  it('that isn’t who it says says nothing', async () => {
    server.asked.length = 0;
    expect(await ask(false)).toBeNull();
    expect(server.asked).toEqual([]);
  });
});
