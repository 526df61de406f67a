import { limits } from '@/lib/base/light';
import { framesIn, writtenDocument } from '../written-frames';

export interface Settled {
  /** Nodes that came in since the last call and are still there. */
  readonly added: readonly Node[];
  /** So much came in that the whole page is to be looked at. */
  readonly isAll: boolean;
}

/** More than this and looking at each costs more than looking at all. */
const MAX_ADDED = 2_000;

/**
 * Calls back when the page has been silent for `limits.pageSettleMs`, or at the latest `limits.pageSettleMaxMs` after
 * the first change; the first time for the page as it is. Within a batch it only collects.
 * `ignored`: our own panel's element.
 */
export function watchSettled(
  document: Document,
  onSettled: (settled: Settled) => void,
  signal: AbortSignal,
  ignored: () => Node | null = () => null,
): void {
  if (signal.aborted) return;
  let added: Node[] = [];
  let isAll = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(silence);
    clearTimeout(latest);
    silence = latest = undefined;
    const settled = { added: added.filter(({ isConnected }) => isConnected), isAll };
    added = [];
    isAll = false;
    onSettled(settled);
  };
  const wait = () => {
    clearTimeout(silence);
    silence = setTimeout(settle, limits.pageSettleMs);
    latest ??= setTimeout(settle, limits.pageSettleMaxMs);
  };
  const observer = new MutationObserver((records) => {
    const own = ignored();
    let isOurs = true;
    for (const record of records) {
      if (record.type === 'characterData') {
        isOurs = false;
        collect(record.target);
      } else {
        for (const node of record.addedNodes) if (node !== own) collect(node);
        if ([...record.addedNodes, ...record.removedNodes].some((node) => node !== own)) isOurs = false;
      }
    }
    if (!isOurs) wait();
  });
  const collect = (node: Node) => {
    if (isAll) return;
    added.push(node);
    if (added.length < MAX_ADDED) return;
    // A page that draws the same place over and over leaves little of it.
    added = added.filter(({ isConnected }) => isConnected);
    if (added.length < MAX_ADDED / 2) return;
    isAll = true;
    added = [];
  };

  const attend = (root: Document) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  const attendFrame = (frame: Element) => {
    const written = frame.tagName === 'IFRAME' ? writtenDocument(frame as HTMLIFrameElement) : null;
    if (!written) return;
    attend(written);
    isAll = true;
    wait();
  };
  attend(document);
  framesIn(document).forEach(attendFrame);
  // A frame's load doesn't bubble; what it wrote anew is another document, so each load attends anew.
  document.addEventListener('load', ({ target }) => attendFrame(target as Element), {
    capture: true,
    signal,
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(silence);
      clearTimeout(latest);
    },
    { once: true },
  );
  wait();
}
