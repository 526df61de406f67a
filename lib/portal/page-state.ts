/** What a portal's status words say happened to an order; null where they say nothing that is known. */
export type PageState = 'submitted' | 'accepted' | 'not-accepted' | 'received';

/** Read in this order, because "not accepted" holds "accepted" and "partially received" is no receipt of all. */
const WORDS: readonly (readonly [RegExp, PageState | null])[] = [
  [/not\s+accepted|unaccepted|reject|refus|declin|denied/i, 'not-accepted'],
  [/part(ly|ial)|pending[\s_]*receiv|not\s+received|unreceived|to\s+be\s+received|awaiting\s+receipt/i, null],
  [/received|receipt\s+complete|completed?\b/i, 'received'],
  [/accepted|approved|released|confirmed|shipped|in\s+transit|invoiced/i, 'accepted'],
  [/submitted|pending|in\s+process|processing|under\s+review/i, 'submitted'],
];

export function readPageState(text: string): PageState | null {
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
