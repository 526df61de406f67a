import { beforeEach, describe, expect, it, vi } from 'vitest';

const MINUTE = 60_000;
const alarms = vi.hoisted(() => {
  const set = new Map<string, { name: string; scheduledTime: number; periodInMinutes: number }>();
  const heard: ((alarm: { name: string; scheduledTime: number }) => void)[] = [];
  return {
    set,
    heard,
    get: (name: string) => Promise.resolve(set.get(name)),
    create: vi.fn((name: string, { periodInMinutes }: { periodInMinutes: number }) => {
      set.set(name, { name, periodInMinutes, scheduledTime: Date.now() + periodInMinutes * 60_000 });
      return Promise.resolve();
    }),
    onAlarm: {
      addListener: (listener: (alarm: { name: string; scheduledTime: number }) => void) =>
        heard.push(listener),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { alarms } }));

const { keepAlarm, repeat } = await import('@/entrypoints/background/repeat');

beforeEach(() => {
  alarms.set.clear();
  alarms.heard.length = 0;
  alarms.create.mockClear();
});

describe('an alarm', () => {
  it('is set where it is absent, and left alone by every later start', async () => {
    await repeat('reminders', 15, () => undefined);
    const first = alarms.set.get('reminders');
    await repeat('reminders', 15, () => undefined);
    await keepAlarm('reminders', 15);
    expect(alarms.create).toHaveBeenCalledTimes(1);
    expect(alarms.set.get('reminders')).toBe(first);
  });

  it('is set anew where it can’t be right: gone, of another period, or further ahead than its period', async () => {
    const times = async (known: { scheduledTime: number; periodInMinutes: number } | null) => {
      alarms.create.mockClear();
      alarms.set.clear();
      if (known) alarms.set.set('lists', { name: 'lists', ...known });
      await keepAlarm('lists', 60);
      return alarms.create.mock.calls.length;
    };
    const now = Date.now();
    expect(await times(null)).toBe(1);
    expect(await times({ scheduledTime: now + 30 * MINUTE, periodInMinutes: 60 })).toBe(0);
    expect(await times({ scheduledTime: now - 500 * MINUTE, periodInMinutes: 60 })).toBe(0);
    expect(await times({ scheduledTime: now + 30 * MINUTE, periodInMinutes: 30 })).toBe(1);
    // Set while the clock stood a year ahead.
    expect(await times({ scheduledTime: now + 525_600 * MINUTE, periodInMinutes: 60 })).toBe(1);
  });

  it('says when it rings late, as after sleep, and hears no other', async () => {
    const run = vi.fn();
    await repeat('reminders', 15, run);
    const ring = (name: string, ago: number) => {
      for (const listener of alarms.heard) listener({ name, scheduledTime: Date.now() - ago * MINUTE });
    };
    ring('reminders', 0);
    ring('reminders', 16);
    ring('lists', 0);
    expect(run.mock.calls).toEqual([[false], [true]]);
  });
});
