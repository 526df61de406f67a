import { openArchive } from '@/lib/archive';
import { systemClock } from '@/lib/base';
import { openCatalogue } from '@/lib/catalogue';
import type { DeskPorts } from '@/lib/desk';
import { openVault } from '@/lib/vault';
import { browser } from 'wxt/browser';
import { copyPlaces } from './copy-places';
import { nativeDoor } from './native-door';
import { WHO_KEY } from './who-key';

const CLOCK = 'clock';
const PIN_TRIES = 'pin-tries';

/** The world as an extension context gives it: databases, clock, session storage and network. */
export async function openPorts(): Promise<DeskPorts> {
  return {
    archive: await openArchive({ clock: systemClock }),
    catalogue: openCatalogue({ clock: systemClock }),
    vault: openVault({ clock: systemClock }),
    clock: systemClock,
    session: {
      async read() {
        const stored = await browser.storage.session.get(WHO_KEY);
        return typeof stored[WHO_KEY] === 'string' ? stored[WHO_KEY] : null;
      },
      write: (personId) =>
        personId === null
          ? browser.storage.session.remove(WHO_KEY)
          : browser.storage.session.set({ [WHO_KEY]: personId }),
    },
    copies: copyPlaces,
    disk: {
      persisted: () => navigator.storage.persisted(),
      persist: () => navigator.storage.persist(),
    },
    nativeHost: nativeDoor,
    pinTries: {
      read: async () => (await browser.storage.local.get(PIN_TRIES))[PIN_TRIES],
      write: (tries) => browser.storage.local.set({ [PIN_TRIES]: tries }),
    },
    clockReadings: {
      read: async () => (await browser.storage.local.get(CLOCK))[CLOCK],
      write: (kept) => browser.storage.local.set({ [CLOCK]: kept }),
    },
    listHosts: {
      mayFetch: (url) => {
        const { protocol, hostname } = new URL(url);
        return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
      },
      fetch: (url, init) => fetch(url, init),
      // Locks are the browser's own, so windows and background wait for each other, and one that dies lets go.
      inTurn: <T>(name: string, work: () => Promise<T>) => navigator.locks.request(name, work) as Promise<T>,
    },
  };
}
