import { createSender } from '@/lib/messages';
import { browser } from 'wxt/browser';

/** An extension page's way to the background. */
export const send = createSender(
  (wire) => browser.runtime.sendMessage(wire),
  browser.runtime.getManifest().version,
);
