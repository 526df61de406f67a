import { isPlainSelector } from './is-plain-selector';

/** By its name: the page's realm throws it, whose classes aren't ours. */
const UNREADABLE: ReadonlySet<unknown> = new Set(['SyntaxError', 'DOMException']);

/**
 * Elements that a profile's selector finds. Rules are data that may come from elsewhere: one that the browser can't parse, or
 * would be long about, finds nothing, and reading goes on without it.
 */
export function selectAll(root: ParentNode, selector: string): readonly Element[] {
  if (!isPlainSelector(selector)) return [];
  try {
    return [...root.querySelectorAll(selector)];
  } catch (error) {
    if (UNREADABLE.has((error as { readonly name?: unknown } | null)?.name)) return [];
    throw error;
  }
}
