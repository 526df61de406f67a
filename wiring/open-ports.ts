import { openArchive } from '@/lib/archive';
import { CountersignError, limits, systemClock } from '@/lib/base';
import type { DeskPorts } from '@/lib/desk';
import { openVault } from '@/lib/vault';
import { browser } from 'wxt/browser';

const WHO = 'who';

/** The world as an extension context gives it: databases, clock, session storage and network. */
export async function openPorts(): Promise<DeskPorts> {
  return {
    archive: await openArchive({ clock: systemClock }),
    vault: openVault({ clock: systemClock }),
    clock: systemClock,
    session: {
      async read() {
        const stored = await browser.storage.session.get(WHO);
        return typeof stored[WHO] === 'string' ? stored[WHO] : null;
      },
      write: (personId) =>
        personId === null
          ? browser.storage.session.remove(WHO)
          : browser.storage.session.set({ [WHO]: personId }),
    },
    async fetchBytes(url) {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(limits.crlFetchMs),
        credentials: 'omit',
        redirect: 'error',
      });
      if (!response.ok) throw new CountersignError('crl/unreachable', { url });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
