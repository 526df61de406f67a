import { canonicalJson, type Json } from '@/lib/base';
import { taughtPortals } from '@/lib/desk/background';
import { TAUGHT_PORTALS, type TaughtPortals } from '@/lib/portal/gate';
import { browser } from 'wxt/browser';
import type { Opened } from './wiring';

/**
 * Keeps what scripts in pages must know of the suppliers where they find it without waking anything: gates let the detector
 * in where a profile was taught, and open detectors ask for their profile anew. Written only where it changed.
 */
export async function tellPortals(opened: Opened): Promise<void> {
  const { ports } = await opened;
  const next: TaughtPortals = taughtPortals(await ports.archive.directory());
  const { [TAUGHT_PORTALS]: kept } = await browser.storage.local.get(TAUGHT_PORTALS);
  if (canonicalJson((kept ?? null) as Json) === canonicalJson(next as unknown as Json)) return;
  await browser.storage.local.set({ [TAUGHT_PORTALS]: next });
}
