import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { Clock } from '@/lib/base';
import { readSntpAnswer, sntpRequest } from './sntp-packet';
import type { ServerName } from './server-name';

export interface Comparison {
  /** Milliseconds; positive: this computer is ahead. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** The server's own work may not last longer than the whole exchange; clocks count whole milliseconds. */
const COARSE_MS = 2;

/**
 * Compares `clock` with one time server by one exchange (SNTP, RFC 5905 14). Null where the server isn't found, is silent
 * until the signal, or gives no time. Answers that don't belong to the request are passed over.
 */
export async function askServer(
  { host, port }: ServerName,
  clock: Clock,
  signal: AbortSignal,
): Promise<Comparison | null> {
  const found = await Promise.race([addressOf(host), aborted(signal)]);
  if (found === null) return null;
  const socket = createSocket(found.family === 6 ? 'udp6' : 'udp4');
  try {
    return await new Promise<Comparison | null>((resolve) => {
      const giveUp = () => {
        resolve(null);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      socket.on('error', giveUp);
      // Connected: the system lets nobody else's packets through.
      socket.connect(port, found.address, () => {
        const nonce = randomBytes(8);
        const sentMs = clock.now();
        const since = performance.now();
        socket.on('message', (packet) => {
          const tookMs = performance.now() - since;
          const answer = readSntpAnswer(packet, nonce);
          if (answer.kind === 'foreign') return;
          resolve(answer.kind === 'time' ? comparison(sentMs, tookMs, answer) : null);
        });
        socket.send(sntpRequest(nonce));
      });
    });
  } finally {
    socket.close();
  }
}

/** RFC 5905 8, with the sign turned round: by how much this computer is ahead. */
function comparison(
  sentMs: number,
  tookMs: number,
  server: { receivedMs: number; sentMs: number },
): Comparison | null {
  const roundTripMs = tookMs - (server.sentMs - server.receivedMs);
  if (roundTripMs < -COARSE_MS) return null;
  const aheadAtSending = sentMs - server.receivedMs;
  const aheadAtArrival = sentMs + tookMs - server.sentMs;
  return { offsetMs: (aheadAtSending + aheadAtArrival) / 2, roundTripMs: Math.max(0, roundTripMs) };
}

async function addressOf(host: string): Promise<LookupAddress | null> {
  try {
    return await lookup(host);
  } catch {
    return null;
  }
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
