import { limits } from '@/lib/base/light';
import { plainJson } from './plain-json';
import type { PageApiRequest } from './question';

/** A message of the page that speaks to us. */
export type ReadQuestion =
  | { readonly type: 'hello' }
  | { readonly type: 'request'; readonly request: PageApiRequest }
  | { readonly type: 'submitted'; readonly nonce: string }
  /** It does, but not in the form that the page API asks for. */
  | { readonly type: 'wrong'; readonly code: 'portal/request-malformed' | 'portal/request-too-large' };

const MALFORMED = { type: 'wrong', code: 'portal/request-malformed' } as const;
const TOO_LARGE = { type: 'wrong', code: 'portal/request-too-large' } as const;

/**
 * Null: not for us. Only the outer form is judged here; the background judges the order by its schema and reads documents,
 * both too heavy for a page.
 */
export function readQuestion(data: unknown): ReadQuestion | null {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'countersign')) return null;
  const { countersign, version, type, nonce, ...ask } = data as Record<string, unknown>;
  if (countersign !== 'page-api') return null;
  if (type === 'hello') return { type };
  if (type !== 'request' && type !== 'submitted') return null;
  if (version !== 1 || typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce)) return MALFORMED;
  return type === 'submitted' ? { type, nonce } : readAsk({ version, nonce }, ask);
}

/** Exactly one form of the order: of two, which one counts would be anybody's guess. */
function readAsk(
  about: Pick<PageApiRequest, 'version' | 'nonce'>,
  ask: Record<string, unknown>,
): ReadQuestion {
  const { order, xml, x12 } = ask;
  if ([order, xml, x12].filter((form) => form !== undefined).length !== 1) return MALFORMED;
  const text = xml ?? x12;
  if (text !== undefined) {
    if (typeof text !== 'string') return MALFORMED;
    if (text.length > limits.pageMessageMaxBytes) return TOO_LARGE;
    return { type: 'request', request: { ...about, ...(xml === undefined ? { x12: text } : { xml: text }) } };
  }
  const plain = plainJson(order);
  const isOrder = plain !== null && typeof plain.copy === 'object' && plain.copy !== null;
  if (!isOrder) return MALFORMED;
  const copy = plain.copy as Extract<PageApiRequest, { order: unknown }>['order'];
  return { type: 'request', request: { ...about, order: copy } };
}
