import { watchSettled } from '../watch/watch-settled';
import { mayBeOrder, mayBeOrderText } from './may-be-order';

/**
 * Calls `onOrder` once, when the settled page may be an order; until then looks again at what a single-page portal
 * adds. Only added nodes are looked at: asking the whole document after every batch is what makes pages slow.
 */
export function watchForOrder(document: Document, onOrder: () => void, signal: AbortSignal): void {
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  let isFirst = true;
  watchSettled(
    document,
    ({ added, isAll }) => {
      const found = isFirst || isAll ? mayBeOrder(document) : mayBeOrderText(added.map(textOf).join('\n'));
      isFirst = false;
      if (!found) return;
      ended.abort();
      onOrder();
    },
    stop,
  );
}

function textOf(node: Node): string {
  const shadow = 'shadowRoot' in node ? (node as Element).shadowRoot : null;
  return `${node.textContent ?? ''}${shadow?.textContent ?? ''}`;
}
