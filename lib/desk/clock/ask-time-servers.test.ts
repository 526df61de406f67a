import { describe, expect, it, vi } from 'vitest';
import { limits } from '@/lib/base';
import type { CommandValue } from '@/lib/host';
import { PROTOCOL } from '@/lib/host';
import type { NativeDoor } from '@/lib/signing';
import { askTimeServers, TIME_SERVERS } from './ask-time-servers';

const clock = { now: () => Date.parse('2026-11-23T18:00:00Z') };
const server = TIME_SERVERS[0] ?? '';
type Readings = CommandValue<'clock'>['readings'];

/** A token helper that answers the question for the time with this; null: it dies over it. */
function door(
  readings: Readings | null | 'never',
  isAllowed = true,
): NativeDoor & { readonly asked: object[]; readonly closed: number } {
  const asked: object[] = [];
  let closed = 0;
  return {
    asked,
    get closed() {
      return closed;
    },
    mayConnect: async () => isAllowed,
    connect() {
      let say: (message: unknown) => void = () => undefined;
      let end: (reason: string | null) => void = () => undefined;
      queueMicrotask(() =>
        say({ hello: 'countersign-host', protocol: PROTOCOL, version: '1', platform: 'linux', arch: 'x64' }),
      );
      return {
        post(message) {
          asked.push(message);
          const { id } = message as { readonly id: number };
          queueMicrotask(() => {
            if (readings === 'never') return;
            if (readings) say({ id, ok: true, value: { readings } });
            else end('Native host has exited.');
          });
        },
        onMessage: (heard) => (say = heard),
        onDisconnect: (ended) => (end = ended),
        close: () => (closed += 1),
      };
    },
  };
}

describe('time servers', () => {
  it('are asked through the token helper; an answer is as uncertain as its way was long', async () => {
    const nativeHost = door([{ server, offsetMs: 1_250.5, roundTripMs: 80 }]);
    expect(await askTimeServers({ nativeHost, clock })).toEqual([
      { source: server, by: 'ntp', offsetMs: 1_250.5, uncertaintyMs: 40, at: clock.now() },
    ]);
    expect(nativeHost.asked).toMatchObject([{ command: 'clock', params: { servers: TIME_SERVERS } }]);
  });

  it.each<[string, Readings | null]>([
    ['who didn’t answer', [{ server, offsetMs: null, roundTripMs: null }]],
    ['that nobody asked', [{ server: 'time.evil.example', offsetMs: 0, roundTripMs: 1 }]],
    ['behind a helper that ends', null],
  ])('say nothing: %s', async (_, readings) => {
    expect(await askTimeServers({ nativeHost: door(readings), clock })).toEqual([]);
  });

  it('are not waited for for ever, and the helper ends with the waiting', async () => {
    vi.useFakeTimers();
    try {
      const nativeHost = door('never');
      const asked = askTimeServers({ nativeHost, clock });
      await vi.advanceTimersByTimeAsync(limits.clockAnswerMs - 1);
      expect(nativeHost.closed).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(await asked).toEqual([]);
      expect(nativeHost.closed).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not asked where the helper is not allowed', async () => {
    const nativeHost = door([{ server, offsetMs: 0, roundTripMs: 1 }], false);
    expect(await askTimeServers({ nativeHost, clock })).toEqual([]);
    expect(nativeHost.asked).toEqual([]);
  });
});
