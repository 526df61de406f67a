/** What a portal's words for an order's state come to. */
export const pageStates = [
  'submitted',
  'accepted',
  'not-accepted',
  'shipped',
  'received',
  'cancelled',
] as const;
export type PageState = (typeof pageStates)[number];

/** First match wins: "not accepted" before "accepted", "partially received" is no receipt. */
const WORDS: readonly (readonly [RegExp, PageState | null])[] = [
  [/\bnot accepted\b|\brejected\b|\brefused\b|\bdeclined\b|\bdenied\b/, 'not-accepted'],
  [/\bcancell?ed\b|\bvoid(?:ed)?\b/, 'cancelled'],
  [/\b(?:partial(?:ly)?|partly)[ -]received\b/, 'shipped'],
  [
    /\bpending[ _-]?received\b|\b(?:pending|awaiting|not|un) ?(?:be )?(?:receipt|receiving|received)\b|\bunreceived\b/,
    'shipped',
  ],
  [/\breceived by (?:us|supplier)\b|\border received\b/, 'submitted'],
  [/\breceived\b|\bcompleted?\b|\bclosed\b/, 'received'],
  [/\b(?:not|un)[ -]?shipped\b|\bready to ship\b|\bto be shipped\b/, 'accepted'],
  [/\bshipped\b|\bin transit\b|\bdelivered\b|\binvoiced\b|\bdispatched\b/, 'shipped'],
  [
    /\b(?:pending|awaiting|needs|requires)\b.{0,20}\b(?:signature|approval|signing)\b|\bpending_signature\b|\bdraft\b|\bunsigned\b/,
    null,
  ],
  [
    /\baccepted\b|\bapproved\b|\bconfirmed\b|\bprocess(?:ing|ed)\b|\bin process\b|\bpicking\b|\bback-?ordered\b/,
    'accepted',
  ],
  [/\bsubmitted\b|\bsent\b|\bpending\b|\bplaced\b|\bsigned\b/, 'submitted'],
];

/** Reads a state's words. Null where they say nothing that changes an order, such as "pending CSOS signature". */
export function readPageState(text: string): PageState | null {
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
