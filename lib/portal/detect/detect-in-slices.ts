import { limits } from '@/lib/base/light';
import type { SeenPage } from '../evidence';
import type { DetectOptions } from './detect';
import { readPage, type ReadPage } from './read-page';

export interface SliceOptions extends DetectOptions {
  readonly signal: AbortSignal;
}

/** A page that changes while it is read is read again, so often; then it is taken as it was met. */
const MAX_TRIES = 3;

/**
 * As `detect`, in parts of at most `limits.detectSliceMs`, between which the page goes on with its own work. A page that
 * changed meanwhile is read anew from the start: what is answered stood there at one time.
 * Rejects with the signal's reason once that is aborted.
 */
export async function detectInSlices(document: Document, options: SliceOptions): Promise<SeenPage> {
  return (await detectElementsInSlices(document, options)).page;
}

/** As `detectElements`, in the same way. */
export async function detectElementsInSlices(
  document: Document,
  { profile, signal }: SliceOptions,
): Promise<ReadPage> {
  const changes = new MutationObserver(() => undefined);
  changes.observe(document, { subtree: true, childList: true, characterData: true });
  try {
    for (let left = MAX_TRIES; ; left--) {
      const read = await readOnce(
        document,
        profile,
        signal,
        () => left > 1 && changes.takeRecords().length > 0,
      );
      if (read) return read;
    }
  } finally {
    changes.disconnect();
  }
}

/** Null: the page changed while it was read. */
async function readOnce(
  document: Document,
  profile: DetectOptions['profile'],
  signal: AbortSignal,
  hasChanged: () => boolean,
): Promise<ReadPage | null> {
  signal.throwIfAborted();
  const reading = readPage(document, profile);
  let from = performance.now();
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    if (performance.now() - from < limits.detectSliceMs) continue;
    await nextTask();
    signal.throwIfAborted();
    if (hasChanged()) return null;
    from = performance.now();
  }
}

/** A message comes around faster than a timer, and in background tabs too. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
