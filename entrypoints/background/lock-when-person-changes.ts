import { WHO_KEY } from '@/wiring/who-key';
import { browser } from 'wxt/browser';

/**
 * Locks the key when whoever is at the computer signs out, or another person signs in, in whichever window: a key is used
 * by its holder only, and the sign window that opened it may still be there.
 */
export function lockWhenPersonChanges(lock: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const who = area === 'session' ? changes[WHO_KEY] : undefined;
    if (who && who.oldValue !== who.newValue) lock();
  });
}
