import type { ShelvedList } from '@/lib/archive';
import { limits } from '@/lib/base';

type Times = Pick<ShelvedList, 'thisUpdate' | 'nextUpdate'>;

/**
 * Whether a list still serves without the network. A list without nextUpdate never does (RFC 5280 5.1.2.5). With `ahead`,
 * one that ends within `limits.crlRefreshAheadMs`, or in the second half of a shorter life, doesn't either.
 */
export function isCurrent({ thisUpdate, nextUpdate }: Times, now: number, ahead = false): boolean {
  if (nextUpdate === null) return false;
  const margin = ahead ? Math.min(limits.crlRefreshAheadMs, (nextUpdate - thisUpdate) / 2) : 0;
  return nextUpdate - margin > now;
}
