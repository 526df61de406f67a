/**
 * Every code that a supplier's site can be answered with, by whoever says it: the site's own module where nobody answers in
 * time, the script in the page, the background. Stable like `errorCodes`, of which each is one; what isn't listed reaches a
 * site as `internal/unexpected`, since a pharmacy's own troubles are none of its business.
 */
export const pageApiCodes = [
  'portal/extension-missing',
  'portal/user-slow',
  'portal/request-malformed',
  'portal/request-too-large',
  'signing/rate-limited',
  'signing/origin-not-granted',
  'signing/page-changed',
  'signing/page-gone',
  'registrant/missing',
  'document/not-text',
  'document/not-well-formed',
  'document/unexpected-content',
  'document/field-missing',
  'document/field-malformed',
  'document/line-count-differs',
  'document/hidden-characters',
  'document/envelope-differs',
  'message/version-mismatch',
  'internal/unexpected',
] as const;

export type PageApiCode = (typeof pageApiCodes)[number];
