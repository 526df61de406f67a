import { plainJson } from './plain-json';
import type { PageApiRequest } from './question';

/** A message of the page that speaks to us. `request` null: it does, but not in the form that the page API asks for. */
export type ReadQuestion =
  | { readonly type: 'hello' }
  | { readonly type: 'request'; readonly nonce: string; readonly request: PageApiRequest | null };

/**
 * Null: not for us. Only the outer form is judged here; the background judges the order by its schema, which is too heavy
 * for a page.
 */
export function readQuestion(data: unknown): ReadQuestion | null {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'countersign')) return null;
  const { countersign, version, type, nonce, order } = data as Record<string, unknown>;
  if (countersign !== 'page-api') return null;
  if (type === 'hello') return { type };
  if (type !== 'request') return null;
  if (version !== 1 || typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce)) {
    return { type, nonce: '', request: null };
  }
  const plain = plainJson(order);
  const isOrder = plain !== null && typeof plain.copy === 'object' && plain.copy !== null;
  return {
    type,
    nonce,
    request: isOrder ? { version, nonce, order: plain.copy as PageApiRequest['order'] } : null,
  };
}
