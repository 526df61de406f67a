import { CountersignError, systemClock } from '@/lib/base';
import type { CopyPlace, CopyTarget } from '@/lib/desk';
import { makeZip } from 'client-zip';
import { browser } from 'wxt/browser';

/** Chromium's worker makes no object URLs; what it may put into a URL of data is bounded. */
const DATA_URL_MAX_BYTES = 1_000_000;
/** Long enough for the browser to take the bytes over. */
const KEEP_MS = 60_000;

interface Entry {
  readonly name: string;
  readonly input: Uint8Array<ArrayBuffer>;
}

async function urlOf(zip: Blob): Promise<{ readonly url: string; readonly done: () => void }> {
  if ('createObjectURL' in URL) {
    const url = URL.createObjectURL(zip);
    return { url, done: () => setTimeout(() => URL.revokeObjectURL(url), KEEP_MS) };
  }
  if (zip.size > DATA_URL_MAX_BYTES)
    throw new CountersignError('archive/copy-folder-lost', { folder: 'downloads', detail: 'too large here' });
  const bytes = new Uint8Array(await zip.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { url: `data:application/zip;base64,${btoa(text)}`, done: () => undefined };
}

/** One ZIP of what is new, put into the folder for downloads. */
export function downloadsTarget(place: CopyPlace): CopyTarget {
  const entries: Entry[] = [];
  return {
    ...place,

    has: () => Promise.resolve(false),

    write(path, bytes) {
      entries.push({ name: path, input: bytes });
      return Promise.resolve();
    },

    async finish() {
      const zip = await new Response(makeZip(entries)).blob();
      const { url, done } = await urlOf(zip);
      const stamp = new Date(systemClock.now()).toISOString().slice(0, 16).replaceAll(':', '');
      await browser.downloads.download({
        url,
        filename: `countersign-copies/countersign-copy-${stamp}.zip`,
        conflictAction: 'uniquify',
        saveAs: false,
      });
      done();
    },
  };
}
