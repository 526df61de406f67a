import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { CountersignError, systemClock } from '@/lib/base';
import { compareClock } from './compare-clock';
import { readNtpTime, writeNtpTime } from './ntp-time';
import { serverName } from './server-name';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

type Bend = (answer: Buffer, asked: Buffer) => readonly Buffer[];
const asIs: Bend = (answer) => [answer];

/** A time server on this computer whose clock is `aheadMs` ahead of it. */
function server(
  aheadMs: number,
  bend: Bend = asIs,
  onAsked: (asked: Buffer, from: RemoteInfo) => void = () => {},
) {
  return new Promise<string>((resolve) => {
    const socket = createSocket('udp4');
    sockets.push(socket);
    socket.on('message', (asked, from) => {
      onAsked(Buffer.from(asked), from);
      const answer = Buffer.alloc(48);
      const view = new DataView(answer.buffer, answer.byteOffset, 48);
      answer[0] = (4 << 3) | 4;
      answer[1] = 2;
      asked.copy(answer, 24, 40, 48);
      writeNtpTime(view, 32, systemClock.now() + aheadMs);
      writeNtpTime(view, 40, systemClock.now() + aheadMs);
      for (const packet of bend(answer, asked)) socket.send(packet, from.port, from.address);
    });
    socket.bind(0, '127.0.0.1', () => resolve(`127.0.0.1:${socket.address().port}`));
  });
}
const changed =
  (change: (answer: Buffer) => void): Bend =>
  (answer) => {
    change(answer);
    return [answer];
  };
const compare = (servers: string[], patienceMs = 3_000) => compareClock({ servers }, systemClock, patienceMs);

describe('a time server on this computer', () => {
  it.each([0, 400_000, -400_000, 86_400_000 * 400])('that is %i ms ahead is measured', async (aheadMs) => {
    const name = await server(aheadMs);
    const { readings } = await compare([name]);
    expect(readings[0]?.server).toBe(name);
    expect(Math.abs((readings[0]?.offsetMs as number) + aheadMs)).toBeLessThan(250);
    expect(readings[0]?.roundTripMs).toBeGreaterThanOrEqual(0);
    expect(readings[0]?.roundTripMs).toBeLessThan(2_000);
  });

  it('is told nothing of this computer’s clock: two questions have nothing in common but their form', async () => {
    const questions: Buffer[] = [];
    const name = await server(0, asIs, (asked) => questions.push(asked));
    await compare([name, name]);
    expect(questions.map((asked) => asked.length)).toEqual([48, 48]);
    expect(questions.map((asked) => asked[0])).toEqual([0x23, 0x23]);
    expect(questions[0]?.subarray(40)).not.toEqual(questions[1]?.subarray(40));
    for (const asked of questions) expect(asked.subarray(1, 40).every((octet) => octet === 0)).toBe(true);
  });

  it.each<[string, Bend]>([
    ['is silent', () => []],
    ['sends another question’s answer back', changed((answer) => (answer[24] = (answer[24] as number) ^ 1))],
    ['is cut short', (answer) => [answer.subarray(0, 47)]],
    ['sends the question back', (_, asked) => [asked]],
    ['broadcasts', changed((answer) => (answer[0] = (4 << 3) | 5))],
    ['speaks version 7', changed((answer) => (answer[0] = (7 << 3) | 4))],
  ])('that %s gives no reading, and is waited for no longer than is meant', async (_, bend) => {
    const since = performance.now();
    const { readings } = await compare([await server(1_000, bend)], 150);
    expect(readings[0]).toMatchObject({ offsetMs: null, roundTripMs: null });
    expect(performance.now() - since).toBeLessThan(3_000);
  });

  it.each<[string, Bend]>([
    [
      'has no time itself (leap indicator 3)',
      changed((answer) => (answer[0] = (answer[0] as number) | 0xc0)),
    ],
    ['wants no questions (stratum 0)', changed((answer) => (answer[1] = 0))],
    ['is at stratum 16', changed((answer) => (answer[1] = 16))],
    ['says no time', changed((answer) => answer.fill(0, 40, 48))],
    [
      'answers before it was asked',
      changed((answer) => writeNtpTime(new DataView(answer.buffer, answer.byteOffset), 40, 0)),
    ],
    [
      'took longer than the whole exchange',
      changed((answer) =>
        writeNtpTime(new DataView(answer.buffer, answer.byteOffset), 40, systemClock.now() + 601_000),
      ),
    ],
  ])('that %s gives no reading, at once', async (_, bend) => {
    const since = performance.now();
    const { readings } = await compare([await server(0, bend)], 20_000);
    expect(readings[0]).toMatchObject({ offsetMs: null, roundTripMs: null });
    expect(performance.now() - since).toBeLessThan(10_000);
  });

  it('is heard through others’ packets', async () => {
    const name = await server(5_000, (answer) => {
      const liar = Buffer.from(answer);
      liar.fill(7, 24, 32);
      return [liar, Buffer.alloc(3), answer];
    });
    expect((await compare([name])).readings[0]?.offsetMs).toBeLessThan(-4_000);
  });

  it('counts beside one that is silent', async () => {
    const { readings } = await compare([await server(0, () => []), await server(0)], 500);
    expect(readings.map(({ offsetMs }) => offsetMs === null)).toEqual([true, false]);
  });
});

describe('a server’s name', () => {
  it.each([
    ['time.example', 'time.example', 123],
    ['time.example:1123', 'time.example', 1123],
    ['192.0.2.1', '192.0.2.1', 123],
    ['[2001:db8::1]', '2001:db8::1', 123],
    ['[::1]:1123', '::1', 1123],
  ])('%s', (text, host, port) => {
    expect(serverName(text)).toEqual({ host, port });
  });

  it.each([
    '',
    ' time.example',
    'time.example\n',
    'ntp://time.example',
    'time.example/x',
    'a@time.example',
    'time.example:0',
    'time.example:65536',
    'time.example:1:2',
    'time..example',
    '-x.example',
    '::1',
    '[::1',
    '[time.example]',
    'a'.repeat(64),
    `${'a.'.repeat(130)}a`,
  ])('%j is none', (text) => {
    expect(() => serverName(text)).toThrow(CountersignError);
  });

  it('that is none is refused before anybody is asked', async () => {
    let asked = 0;
    const name = await server(0, asIs, () => asked++);
    await expect(compare([name, 'no name'])).rejects.toMatchObject({ code: 'input/malformed' });
    expect(asked).toBe(0);
  });
});

it('NTP’s time goes on after 2036', () => {
  const view = new DataView(new ArrayBuffer(8));
  for (const at of [
    '2026-11-22T12:34:56.789Z',
    '2036-02-07T06:28:15Z',
    '2036-02-07T06:28:17Z',
    '2100-01-01T00:00:00Z',
  ]) {
    writeNtpTime(view, 0, Date.parse(at));
    expect(Math.abs((readNtpTime(view, 0) as number) - Date.parse(at))).toBeLessThan(1);
  }
});
