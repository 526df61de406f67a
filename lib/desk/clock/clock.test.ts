import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { approveRequest, compareClock, lookAtPage, openRequest } from '../background';
import { TIME_SERVERS } from './ask-time-servers';
import type { ClockReading } from './clock-reading';
import type { KeptClock } from './kept-clock';

const MERIDIAN = 'meridian.example';
/** Allowed, but it doesn't answer any more: what was kept of it counts. */
const deadHost = {
  mayConnect: () => Promise.resolve(true),
  connect: () => {
    throw new TypeError('gone');
  },
};
const FIVE_MINUTES = limits.clockSkewMs;
const page = seenPage({ lines: [seenLine(oxycodone)] });

let world: DeskWorld;
let certificate: string;
let request = 0;
beforeEach(async () => {
  world = await deskWorld();
  certificate = await world.importPfx('full');
  const [known] = (await world.ports.archive.directory()).certificates;
  await world.desk.acceptHonesty({ personId: known?.personId ?? '', pin: PIN });
});

async function ask(): Promise<string> {
  const looked = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  const { request: opened } = await openRequest(world.ports, {
    id: `clock-${(request += 1)}`,
    mode: 'now',
    draft: looked.draft,
    pageHash: pageHash(page),
    page: { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' },
    delivery: 'page-field',
    supplierId: looked.supplier?.id ?? null,
  });
  return opened.id;
}
const prepare = (id: string) => world.desk.prepareDocument(id, { certificate, lines: {}, supplier: {} });
const clockCodes = async (id: string) =>
  (await prepare(id)).findings
    .filter(({ code }) => code.startsWith('signing/clock'))
    .map(({ severity, code }) => `${severity} ${code}`);
async function sign(id: string) {
  const { document } = await prepare(id);
  await world.unlock(certificate);
  await approveRequest(world.approvalPorts(page), world.crls, {
    requestId: id,
    document: document ?? '',
    edits: { certificate, lines: {}, supplier: {} },
    reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
  });
}
const recorded = async (id: string) => {
  const signed = (await world.ports.archive.events(id)).find(({ type }) => type === 'order.signed');
  return signed?.type === 'order.signed' ? signed.payload.circumstances.clock : null;
};
/** The computer's clock is set, and with it by how much it is ahead of everybody else's. */
const setClock = (ms: number) => {
  world.ports.now += ms;
  for (const [host, ahead] of world.ports.clocks) world.ports.clocks.set(host, ahead + ms);
};

describe('attacks.md 98: a clock that is more than five minutes off', () => {
  it.each([
    [FIVE_MINUTES + 1_000, 'fast', 5.1],
    [-FIVE_MINUTES - 1_000, 'slow', 5.1],
    [3_600_000, 'fast', 60],
  ])('%i ms: signs nothing, and says by how much', async (ahead, direction, minutes) => {
    world.ports.clocks.set(MERIDIAN, ahead);
    const id = await ask();
    await world.desk.compareClock();
    const { findings, clock } = await prepare(id);
    expect(clock).toMatchObject({ state: 'off', sources: [MERIDIAN] });
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'blocks',
        code: 'signing/clock-off',
        params: { minutes, direction, source: MERIDIAN },
      }),
    );
    await expect(sign(id)).rejects.toMatchObject({ code: 'signing/clock-off', params: { direction } });
    expect(await world.ports.archive.order(id)).toBeNull();
  });

  it.each([FIVE_MINUTES - 1_000, -FIVE_MINUTES + 1_000, 0])(
    '%i ms: signs, and the order keeps the offset',
    async (ahead) => {
      world.ports.clocks.set(MERIDIAN, ahead);
      const id = await ask();
      await world.desk.compareClock();
      expect(await clockCodes(id)).toEqual([]);
      await sign(id);
      expect(await recorded(id)).toEqual({
        state: 'checked',
        offsetMs: ahead - 499.5,
        uncertaintyMs: 499.5,
        sources: [MERIDIAN],
      });
    },
  );

  it('is found at approval, also where nothing was compared before', async () => {
    const id = await ask();
    world.ports.clocks.set(MERIDIAN, FIVE_MINUTES + 2_000);
    await expect(sign(id)).rejects.toMatchObject({ code: 'signing/clock-off' });
  });

  it.each([
    ['ahead', FIVE_MINUTES + 10_000],
    ['back', -FIVE_MINUTES - 10_000],
  ])('is found at approval where it was set %s after it was right', async (_, ms) => {
    world.ports.clocks.set(MERIDIAN, 0);
    const id = await ask();
    await world.desk.compareClock();
    expect(await clockCodes(id)).toEqual([]);
    setClock(ms);
    await expect(sign(id)).rejects.toMatchObject({ code: 'signing/clock-off' });
  });

  it.each([FIVE_MINUTES + 60_000, -FIVE_MINUTES - 60_000, 7_200_000])(
    'signs once it is mended (%i ms)',
    async (ahead) => {
      world.ports.clocks.set(MERIDIAN, ahead);
      const id = await ask();
      await world.desk.compareClock();
      expect(await clockCodes(id)).toEqual(['blocks signing/clock-off']);
      setClock(-ahead);
      await world.desk.compareClock();
      expect(await clockCodes(id)).toEqual([]);
      await sign(id);
      expect(await recorded(id)).toMatchObject({ state: 'checked' });
    },
  );
});

describe('a clock that nobody can compare', () => {
  it('warns, signs, and the order says so', async () => {
    const id = await ask();
    expect(await clockCodes(id)).toEqual(['warns signing/clock-unknown']);
    await sign(id);
    expect(await recorded(id)).toEqual({
      state: 'unknown',
      offsetMs: null,
      uncertaintyMs: null,
      sources: [],
    });
  });

  it('is unknown again after an hour without an answer', async () => {
    world.ports.clocks.set(MERIDIAN, 0);
    await world.desk.compareClock();
    world.ports.clocks.clear();
    world.ports.now += limits.clockReadingMs;
    await world.desk.compareClock();
    expect((await world.desk.clockView()).standing.state).toBe('checked');
    world.ports.now += 1;
    expect((await world.desk.clockView()).standing.state).toBe('unknown');
  });

  it.each([
    ['a reading', { readings: [{ source: MERIDIAN, offsetMs: 0 }], silentAt: null }],
    ['no list', { readings: MERIDIAN, silentAt: null }],
    ['a silence', { readings: [], silentAt: 'now' }],
    ['all', []],
  ])('is unknown where what was kept is broken: %s', async (_, broken) => {
    await world.ports.clockReadings.write(broken as unknown as KeptClock);
    expect(await clockCodes(await ask())).toEqual(['warns signing/clock-unknown']);
  });
});

describe('sources', () => {
  it('that contradict each other without a majority warn and are recorded', async () => {
    world.ports.clocks.set(MERIDIAN, 0).set('harbor.example', 3_600_000);
    const id = await ask();
    await world.desk.compareClock();
    expect(await clockCodes(id)).toEqual(['warns signing/clock-sources-differ']);
    await sign(id);
    expect(await recorded(id)).toMatchObject({ state: 'differ', sources: [MERIDIAN, 'harbor.example'] });
  });

  it('one that is wrong among three is told and blocks nothing', async () => {
    world.ports.clocks.set(MERIDIAN, 0).set('harbor.example', 0).set('cascade.example', 3_600_000);
    await world.desk.compareClock();
    const { standing, sources } = await world.desk.clockView();
    expect(standing).toMatchObject({ state: 'checked', odd: ['cascade.example'] });
    expect(sources.map(({ name, by, allowed }) => [name, by, allowed])).toEqual([
      [MERIDIAN, 'https', true],
      ['harbor.example', 'https', true],
      ['cascade.example', 'https', true],
      ['time.nist.gov', 'ntp', false],
    ]);
  });

  it('that the user did not allow are not asked', async () => {
    world.ports.clocks.set(MERIDIAN, 0);
    world.ports.crlsAllowed = false;
    const { standing, sources } = await world.desk.compareClock();
    expect(standing).toEqual({ state: 'unknown' });
    expect(sources.every(({ allowed }) => !allowed)).toBe(true);
  });

  it('that the user does not allow any more count no more, whatever they said', async () => {
    world.ports.clocks.set(MERIDIAN, 3_600_000);
    const id = await ask();
    await world.desk.compareClock();
    expect(await clockCodes(id)).toEqual(['blocks signing/clock-off']);
    world.ports.crlsAllowed = false;
    expect(await clockCodes(id)).toEqual(['warns signing/clock-unknown']);
    const { standing, sources } = await world.desk.clockView();
    expect(standing).toEqual({ state: 'unknown' });
    expect(sources.every(({ reading }) => reading === null)).toBe(true);
  });

  it('that are nobody’s here count for nothing', async () => {
    const kept: ClockReading = {
      source: 'elsewhere.example',
      by: 'https',
      offsetMs: 0,
      uncertaintyMs: 500,
      at: world.ports.now,
    };
    for (const reading of [kept, { ...kept, by: 'ntp' as const }, { ...kept, source: MERIDIAN }]) {
      await world.ports.clockReadings.write({ readings: [reading], silentAt: null });
      const state = reading.source === MERIDIAN ? 'checked' : 'unknown';
      expect((await world.desk.clockView()).standing.state).toBe(state);
    }
  });

  it('are asked over HTTPS alone, and not again while a comparison is fresh', async () => {
    world.ports.fetched.length = 0;
    await world.desk.compareClock();
    expect(world.ports.fetched.length).toBeGreaterThan(0);
    expect(world.ports.fetched.every((url) => url.startsWith('https://'))).toBe(true);

    world.ports.clocks.set(MERIDIAN, 0);
    await world.desk.compareClock();
    const asked = world.ports.fetched.length;
    world.ports.now += limits.clockFreshMs;
    await compareClock(world.ports, { olderThanMs: limits.clockFreshMs });
    expect(world.ports.fetched).toHaveLength(asked);
    world.ports.now += 1;
    await compareClock(world.ports, { olderThanMs: limits.clockFreshMs });
    expect(world.ports.fetched.length).toBeGreaterThan(asked);
  });

  it('that are all silent are not waited for at each signature, yet whenever a person asks', async () => {
    const asked = async (options?: { readonly olderThanMs: number }) => {
      world.ports.fetched.length = 0;
      await compareClock(world.ports, options);
      return world.ports.fetched.length > 0;
    };
    const before = { olderThanMs: limits.clockFreshMs };
    expect(await asked(before)).toBe(true);
    world.ports.now += limits.clockFreshMs;
    expect(await asked(before)).toBe(false);
    // Another window, or the background after its death: the silence is kept where comparisons are.
    const elsewhere = { ...world.ports, clockReadings: { ...world.ports.clockReadings } };
    await compareClock(elsewhere, before);
    expect(world.ports.fetched).toEqual([]);
    world.ports.now += 1;
    expect(await asked(before)).toBe(true);
    world.ports.now -= 1;
    expect(await asked(before)).toBe(true);
    world.ports.now += 1;
    expect(await asked()).toBe(true);
  });
});

describe('a clock that was set back, or was ahead before', () => {
  it('is told by an order dated after today, unless a web server finds the clock right', async () => {
    const first = await ask();
    await sign(first);
    const second = await ask();
    world.ports.now -= 2 * 86_400_000;
    expect(await clockCodes(second)).toEqual(['warns signing/clock-unknown', 'warns signing/clock-behind']);
    expect((await prepare(second)).findings).toContainEqual(
      expect.objectContaining({ params: { date: '2026-11-23', today: '2026-11-21' } }),
    );
    world.ports.clocks.set(MERIDIAN, 0);
    await world.desk.compareClock();
    expect(await clockCodes(second)).toEqual([]);
  });
});

describe('time servers alone', () => {
  const ntp = async (offsetMs: number) => {
    const server = { source: TIME_SERVERS[0] ?? '', by: 'ntp' as const };
    const reading: ClockReading = { ...server, offsetMs, uncertaintyMs: 20, at: world.ports.now };
    await world.ports.clockReadings.write({ readings: [reading], silentAt: null });
  };
  beforeEach(async () => {
    world = await deskWorld({ nativeHost: deadHost });
    certificate = await world.importPfx('full');
    const [known] = (await world.ports.archive.directory()).certificates;
    await world.desk.acceptHonesty({ personId: known?.personId ?? '', pin: PIN });
  });

  it('that find the clock right leave a warning, which is recorded', async () => {
    const id = await ask();
    await ntp(1_000);
    expect(await clockCodes(id)).toEqual(['warns signing/clock-ntp-only']);
    await sign(id);
    expect(await recorded(id)).toMatchObject({ state: 'ntp-only', sources: TIME_SERVERS });
  });

  it('that find it off block with the offset, until a web server says that it is right', async () => {
    const id = await ask();
    await ntp(900_000);
    expect((await prepare(id)).findings).toContainEqual(
      expect.objectContaining({
        severity: 'blocks',
        code: 'signing/clock-off-ntp',
        params: { minutes: 15, direction: 'fast', source: TIME_SERVERS[0] },
      }),
    );
    world.ports.clocks.set(MERIDIAN, 0);
    await world.desk.compareClock();
    expect(await clockCodes(id)).toEqual([]);
    expect((await world.desk.clockView()).standing).toMatchObject({ odd: TIME_SERVERS });
  });
});
