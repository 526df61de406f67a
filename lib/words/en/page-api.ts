import type { Catalogue } from '../say';

/** What a supplier's site is answered, in words for its developers; and why a signed order didn't reach its page. */
export const pageApiWords = {
  'pageApi.portal/extension-missing':
    'Nobody answered: Countersign is not installed, or this site is not allowed in it. Sites that aren’t allowed can’t tell which.',
  'pageApi.portal/user-slow':
    'The signer has not decided within the time that the page waits. The order still waits for them, and its answer has nobody to go to: tell your user, before you ask again.',
  'pageApi.portal/request-malformed':
    'What was handed over is no question of this version: exactly one of order, xml and x12, with the members described, whole numbers as numbers, and a fresh nonce.',
  'pageApi.portal/request-too-large': 'The document is longer than an order can be.',
  'pageApi.signing/rate-limited':
    'Too many questions from this site within a minute, or open at once. Wait until one is answered.',
  'pageApi.signing/origin-not-granted':
    'The site is not allowed any more, or a page around this frame is not. Nothing was signed.',
  'pageApi.signing/page-changed': 'The page changed while the order was being reviewed. Nothing was signed.',
  'pageApi.signing/page-gone':
    'The page that asked was closed or went to another address. Nothing was signed.',
  'pageApi.registrant/missing': 'The pharmacy has not set up its registration in Countersign yet.',
  'pageApi.document/not-text': 'The document is not well-formed text, or begins with a byte order mark.',
  'pageApi.document/not-well-formed': 'The document is damaged ({detail}).',
  'pageApi.document/unexpected-content':
    'The document holds something that an order has no place for ({detail}), which might change what is ordered. Leave it out.',
  'pageApi.document/field-missing': 'The document lacks {field}.',
  'pageApi.document/field-malformed': 'In the document, {field} is “{value}”, which can’t be taken.',
  'pageApi.document/line-count-differs': 'The document says that it has {said} lines but holds {found}.',
  'pageApi.document/hidden-characters':
    'In the document, {field} holds characters that can’t be seen or that change reading order.',
  'pageApi.document/envelope-differs':
    'In the interchange, {field} says “{said}” where “{found}” is right: a count or control number.',
  'pageApi.message/version-mismatch':
    'Countersign was updated while this page was open. Reload the page, then ask again.',
  'pageApi.internal/unexpected':
    'Something at the pharmacy keeps the order from being signed. Nothing was signed. Whoever signs there can see what it is.',
  'delivery.not-acked': 'it did not say that it has it',
  'delivery.not-kept': 'its field {selector} did not keep what was put in',
  'delivery.locked': 'its field {selector} can’t be filled now',
} as const satisfies Catalogue;
