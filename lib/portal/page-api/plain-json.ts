import { limits } from '@/lib/base/light';

const MAX_DEPTH = 8;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of plain data that nothing outside holds: objects, arrays, strings, finite numbers, booleans, null. Null where the
 * value is anything else, too deep, larger than `limits.pageMessageMaxBytes`, or names a member that could reach a prototype
 * (attacks.md 77). Copied once and read only from the copy, so that nothing can change between two looks.
 */
export function plainJson(value: unknown): { readonly copy: unknown } | null {
  let budget: number = limits.pageMessageMaxBytes;
  const refused = Symbol('refused');
  const spend = (cost: number) => (budget -= cost) >= 0;

  const take = (input: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH) return refused;
    if (input === null || typeof input === 'boolean') return spend(5) ? input : refused;
    if (typeof input === 'number') return Number.isFinite(input) && spend(10) ? input : refused;
    if (typeof input === 'string') return spend(input.length + 2) ? input : refused;
    if (typeof input !== 'object') return refused;
    if (Array.isArray(input)) {
      const items: unknown[] = [];
      for (let i = 0; i < input.length; i++) {
        const item = take(input[i], depth + 1);
        if (item === refused || !spend(1)) return refused;
        items.push(item);
      }
      return items;
    }
    if (!isPlain(input)) return refused;
    const members: Record<string, unknown> = {};
    for (const key of Object.keys(input)) {
      if (FORBIDDEN.has(key) || !spend(key.length + 3)) return refused;
      const member = take((input as Record<string, unknown>)[key], depth + 1);
      if (member === refused) return refused;
      members[key] = member;
    }
    return members;
  };

  const copy = take(value, 0);
  return copy === refused ? null : { copy };
}

/** Of any realm: Firefox hands a content script the page's own objects, which have the page's own `Object.prototype`. */
function isPlain(input: object): boolean {
  const prototype = Object.getPrototypeOf(input) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
