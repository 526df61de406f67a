import { describe, expect, it, vi } from 'vitest';

type Changes = Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

const storage = vi.hoisted(() => {
  const heard: Listener[] = [];
  return { heard, onChanged: { addListener: (listener: Listener) => heard.push(listener) } };
});
vi.mock('wxt/browser', () => ({ browser: { storage } }));

const { lockWhenPersonChanges } = await import('@/entrypoints/background/lock-when-person-changes');

describe('a computer that several people use', () => {
  it('locks the key when one signs out or another signs in, and at nothing else', () => {
    const lock = vi.fn();
    lockWhenPersonChanges(lock);
    const tell = (changes: Changes, area = 'session') => {
      for (const listener of storage.heard) listener(changes, area);
      return lock.mock.calls.length;
    };
    expect(tell({ who: { oldValue: 'a' } })).toBe(1);
    expect(tell({ who: { oldValue: 'a', newValue: 'b' } })).toBe(2);
    expect(tell({ who: { oldValue: 'a', newValue: 'a' } })).toBe(2);
    expect(tell({ signWindow: { newValue: 1 } })).toBe(2);
    expect(tell({ who: { oldValue: 'a', newValue: 'b' } }, 'local')).toBe(2);
  });
});
