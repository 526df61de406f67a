import { limits } from '@/lib/base/light';
import { watchSettled } from '../watch/watch-settled';
import { mayBeOrder, mayBeOrderText, type Heard } from './may-be-order';

/**
 * Calls `onOrder` when the settled page may be an order, until it answers that the order was taken; until then looks
 * again at what a single-page portal adds. Only added nodes are looked at: asking the whole document after every batch
 * is what makes pages slow. Where a profile was taught (`isTaught`) words don't matter. `onOrder` answers and never
 * rejects; after `limits.gateMaxOffers` calls watching ends.
 */
export function watchForOrder(
  document: Document,
  onOrder: () => Promise<boolean>,
  signal: AbortSignal,
  isTaught: Promise<boolean> = Promise.resolve(false),
): void {
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  const heard: Heard = { amount: false, packages: false };
  let isFirst = true;
  let isFound = false;
  let isAwaited = false;
  let offers = 0;
  const offer = () => {
    if (!isFound || isAwaited || stop.aborted) return;
    isAwaited = true;
    offers++;
    void onOrder().then((isTaken) => {
      isAwaited = false;
      if (isTaken || offers >= limits.gateMaxOffers) ended.abort();
    });
  };
  watchSettled(
    document,
    ({ added, isAll }) => {
      isFound ||=
        isFirst || isAll ? mayBeOrder(document, heard) : mayBeOrderText(added.map(textOf).join('\n'), heard);
      isFirst = false;
      offer();
    },
    stop,
  );
  void isTaught.then((is) => {
    isFound ||= is;
    // A page that is still being drawn is offered once it came to rest.
    if (!isFirst) offer();
  });
}

function textOf(node: Node): string {
  const shadow = 'shadowRoot' in node ? (node as Element).shadowRoot : null;
  return `${node.textContent ?? ''}${shadow?.textContent ?? ''}`;
}
