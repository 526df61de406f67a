import { describe, expect, it, vi } from 'vitest';

const idle = vi.hoisted(() => {
  const heard: ((state: string) => void)[] = [];
  return {
    heard,
    setDetectionInterval: vi.fn(),
    onStateChanged: { addListener: (listener: (state: string) => void) => heard.push(listener) },
  };
});
vi.mock('wxt/browser', () => ({ browser: { idle } }));

const { lockWhenIdle } = await import('@/entrypoints/background/lock-when-idle');

describe('a computer that nobody uses', () => {
  it('locks the key after ten minutes, or with its screen', () => {
    const lock = vi.fn();
    lockWhenIdle(lock);
    expect(idle.setDetectionInterval).toHaveBeenCalledWith(600);
    const tell = (state: string) => {
      for (const listener of idle.heard) listener(state);
      return lock.mock.calls.length;
    };
    expect(tell('active')).toBe(0);
    expect(tell('idle')).toBe(1);
    expect(tell('active')).toBe(1);
    expect(tell('locked')).toBe(2);
  });
});
