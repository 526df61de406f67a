import { useState } from 'react';
import type { Finding } from '@/lib/base';
import { blockedFields } from './blocked-fields';

/**
 * Places in the order (`Finding.field`) that what was prepared so far couldn't use. One asked for once stays asked for: a
 * field mustn't go from under the hand that fills it.
 */
export function useAsked(findings: readonly Finding[]): ReadonlySet<string> {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const fresh = [...blockedFields(findings)].filter((field) => !asked.has(field));
  if (fresh.length > 0) setAsked(new Set([...asked, ...fresh]));
  return asked;
}
