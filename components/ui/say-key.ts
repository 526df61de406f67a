import type { Params } from '@/lib/base';
import { isWordKey, say } from '@/lib/words/light';

/** A sentence whose key comes from a room at run time; text that is no key stands as it is. */
export function sayKey(key: string, params?: Params): string {
  return isWordKey(key) ? say.loose(key, params) : key;
}
