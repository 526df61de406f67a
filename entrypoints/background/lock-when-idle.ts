import { limits } from '@/lib/base';
import { browser } from 'wxt/browser';

/**
 * Locks the key when nobody has touched the computer for ten minutes (21 CFR 1311.55(b)(5)), and when its screen is
 * locked, where the browser tells (Firefox knows no `locked`). Beside it the session looks at its own last use.
 */
export function lockWhenIdle(lock: () => void): void {
  browser.idle.setDetectionInterval(limits.keyIdleMs / 1_000);
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') lock();
  });
}
