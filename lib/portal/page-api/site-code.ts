import type { ErrorCode } from '@/lib/base';
import { pageApiCodes, type PageApiCode } from './codes';

/** What a site is told in the place of codes that speak of our own messages. */
const SAID_AS: Partial<Record<ErrorCode, PageApiCode>> = {
  'message/malformed': 'portal/request-malformed',
  'message/forbidden-sender': 'signing/origin-not-granted',
};

/** The code of a fault as a site may learn it. */
export function siteCode(code: ErrorCode): PageApiCode {
  return pageApiCodes.find((known) => known === code) ?? SAID_AS[code] ?? 'internal/unexpected';
}
