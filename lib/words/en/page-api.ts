import type { Catalogue } from '../say';

/** What a supplier's site is answered by the background, and why a signed order didn't reach its page. */
export const pageApiWords = {
  'pageApi.internal':
    'Something at the pharmacy keeps the order from being signed. Nothing was signed. Whoever signs there can see what it is.',
  'delivery.not-acked': 'it did not say that it has it',
  'delivery.not-kept': 'its field {selector} did not keep what was put in',
  'delivery.locked': 'its field {selector} can’t be filled now',
} as const satisfies Catalogue;
