import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskPorts, DueView } from '@/lib/desk';
import { dueOfEachKind, dueViewOf, nothingDue } from '../gallery/fixtures';

const browser = vi.hoisted(() => {
  const stored: Record<string, unknown> = {};
  return {
    stored,
    action: {
      setBadgeText: vi.fn((badge: { text: string }) => badge),
      setBadgeBackgroundColor: vi.fn(),
      setTitle: vi.fn(),
    },
    storage: {
      local: {
        get: (key: string) => Promise.resolve({ [key]: stored[key] }),
        set: (values: Record<string, unknown>) => Promise.resolve(Object.assign(stored, values)),
      },
    },
    notifications: { create: vi.fn() },
    runtime: { getURL: (path: string) => path },
  };
});
const shown = vi.hoisted(() => ({ view: null as DueView | null }));
vi.mock('wxt/browser', () => ({ browser }));
vi.mock('@/lib/desk/background', () => ({ dueView: () => Promise.resolve(shown.view) }));

const { showDue } = await import('@/entrypoints/background/due');

const someDue = dueViewOf(dueOfEachKind.items.slice(3, 6));

async function show(view: DueView) {
  shown.view = view;
  vi.clearAllMocks();
  await showDue({} as DeskPorts);
  const [told] = browser.notifications.create.mock.calls;
  return {
    badge: browser.action.setBadgeText.mock.calls[0]?.[0].text,
    told: told ? (told[1] as { title: string; message: string }) : null,
  };
}

beforeEach(() => {
  for (const key of Object.keys(browser.stored)) delete browser.stored[key];
});

describe('badge and notification', () => {
  it('say the same number, the most urgent first, and nothing where nothing is due', async () => {
    const { badge, told } = await show(dueOfEachKind);
    expect(badge).toBe('7');
    expect(told?.title).toBe('7 things are due');
    expect(told?.message.split('\n')).toHaveLength(3);
    expect(await show(nothingDue)).toEqual({ badge: '', told: null });
  });

  it('tell once a day, and once more of what has become loud since', async () => {
    expect((await show(someDue)).told).not.toBeNull();
    expect((await show(someDue)).told).toBeNull();
    const [more] = dueOfEachKind.items;
    if (!more) throw new Error('no item');
    const loud = dueViewOf([...someDue.items, more]);
    expect((await show(loud)).told?.title).toBe('4 things are due');
    expect((await show(loud)).told).toBeNull();
    const calm = dueViewOf([...loud.items, { ...more, key: 'other', level: 'normal' }]);
    expect((await show(calm)).told).toBeNull();
    expect((await show({ ...calm, today: '2026-11-25' as DueView['today'] })).told).not.toBeNull();
  });

  it('keep quiet in quiet hours, but for what is loud', async () => {
    const hushed: DueView = { ...someDue, summary: { ...someDue.summary, notify: [] } };
    expect(await show(hushed)).toEqual({ badge: '3', told: null });
  });
});
