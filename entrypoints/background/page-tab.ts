import { CountersignError } from '@/lib/base';
import type { ToContent, Wire } from '@/lib/messages';
import type { PageBinding } from '@/lib/order';
import { seenPageSchema, type SeenPage } from '@/lib/portal';
import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { isGranted } from './sites';

/** The document a message came from, so that the answer finds it and no other. */
export function bindingOf(sender: Browser.runtime.MessageSender): PageBinding {
  const { tab, frameId, documentId, url } = sender;
  if (tab?.id === undefined || frameId === undefined || !documentId || !url)
    throw new CountersignError('message/forbidden-sender');
  return { origin: new URL(url).origin, tabId: tab.id, frameId, documentId };
}

/** Sends to exactly one document. Throws `signing/page-gone` when it was closed or went elsewhere. */
export async function askPage<N extends keyof ToContent>(
  page: PageBinding,
  name: N,
  payload: ToContent[N]['payload'],
): Promise<unknown> {
  const wire: Wire = { countersign: browser.runtime.getManifest().version, name, payload };
  try {
    return await browser.tabs.sendMessage(page.tabId, wire, { documentId: page.documentId } as {
      frameId?: number;
    });
  } catch (cause) {
    throw new CountersignError('signing/page-gone', {}, { cause });
  }
}

/** What the very document shows now. Throws `signing/origin-not-granted`, `signing/page-gone`. */
export async function readPage(page: PageBinding): Promise<SeenPage> {
  if (!(await isGranted(page.origin)))
    throw new CountersignError('signing/origin-not-granted', { origin: page.origin });
  const seen = v.safeParse(seenPageSchema, await readDocument(page));
  if (!seen.success) throw new CountersignError('signing/page-gone');
  return seen.output;
}

/** A page that asked through the page API may never have looked like an order: then the detector isn't in it yet. */
async function readDocument(page: PageBinding): Promise<unknown> {
  try {
    return await askPage(page, 'content.read', {});
  } catch (error) {
    await injectDetector(page).catch((cause: unknown) => {
      throw new CountersignError('signing/page-gone', {}, { cause: [error, cause] });
    });
    return askPage(page, 'content.read', {});
  }
}

export async function injectDetector({
  tabId,
  documentId,
}: Pick<PageBinding, 'tabId' | 'documentId'>): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, documentIds: [documentId] },
    files: ['/detector.js'],
  });
}
