import type { NewEvent } from '@/lib/archive';
import { limits } from '@/lib/base';
import type { LineCut, OrderState, Seen } from '@/lib/order';
import { parsePackages, SURE, type Evidence } from '@/lib/portal';
import type { LineOnPage } from './line-of-page';

/** A line's status where nothing was cut. */
const NOT_CUT =
  /^\W*(?:(?:line\s+)?(?:ok|none|no|n\/?a|nil|open|new|active|accepted|approved|confirmed|released|submitted|pending|(?:in )?process(?:ing)?|picked|packed|allocated|invoiced|filled|shipped|delivered|received|complete[d]?|in (?:stock|transit)|available|0+))?\W*$/i;

/** A code alone says nothing without the name of its column. */
function wordsOf({ text, label }: Evidence): string {
  const words = label !== null && text.length <= 3 ? `${label} ${text}` : text;
  return words.slice(0, limits.statementMaxLength);
}

/**
 * The supplier's words for lines that it doesn't ship, or not now, as the page shows them beside the line. Of a line that
 * came whole they mean something else.
 */
export function cutEvents(order: OrderState, lines: readonly LineOnPage[], seen: Seen): NewEvent[] {
  const cuts = lines.flatMap(({ lineNumber, seen: { cut, shipped } }): LineCut[] => {
    if (!cut || cut.confidence < SURE || NOT_CUT.test(cut.text)) return [];
    const known = order.lines.find(({ line }) => line.lineNumber === lineNumber);
    const came = Math.max(known?.shipped ?? 0, (shipped && parsePackages(shipped.text)) ?? 0);
    const words = wordsOf(cut);
    return !known || came >= known.ordered || known.cut === words ? [] : [{ lineNumber, words }];
  });
  return cuts.length > 0 ? [{ type: 'order.cut', payload: { lines: cuts, seen } }] : [];
}
