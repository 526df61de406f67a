import { say } from '@/lib/words';

/** A CRL number as CAs print it, from the hex in which it is kept. */
export function formatListNumber(hex: string | null): string {
  return hex === null ? say('lists.no-number') : BigInt(`0x${hex}`).toString();
}
