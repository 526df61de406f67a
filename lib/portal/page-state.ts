/** What a portal's status words say happened to an order; null where they say nothing that counts as an event. */
export type PageState = 'submitted' | 'accepted' | 'not-accepted' | 'received' | 'void';

/** The first that fits counts: "not accepted" holds "accepted", "partially received" is no receipt of all. */
const WORDS: readonly (readonly [RegExp, PageState | null])[] = [
  [/not\s+accepted|unaccepted|reject|refus|declin|denied/i, 'not-accepted'],
  // An order that still waits for the purchaser's own act isn't with the supplier yet.
  [/(pending|awaiting|needs|requires)[\s_]*(\w+[\s_]+)?(signature|signing|approval)|unsigned|draft/i, null],
  // The whole order, by the words alone: "balance cancelled" or "cancellation requested" is not that.
  [
    /^\W*((the\s+)?order\s+)?((is|was|has\s+been)\s+)?(void(ed)?|cancell?ed)(\s+by\s+((the\s+)?supplier|us))?\W*$/i,
    'void',
  ],
  [/cancel|\bvoid/i, null],
  [/(received\s+by|delivered\s+to)\s+(us|(the\s+)?supplier)|order\s+received/i, 'submitted'],
  // Goods that are to be received, or came in part, were shipped: the supplier took the order. So were goods that a
  // carrier delivered: what was received is for the purchaser to count and record (21 CFR 1305.22(g)).
  [
    /part(ly|ial(ly)?)[\s_-]*(shipped|received)|(pending|awaiting|not|to\s+be)[\s_]*recei|unreceived/i,
    'accepted',
  ],
  [/received|receipt\s+complete|\bcompleted?\b/i, 'received'],
  [
    /not\s+shipped|unshipped|accepted|approved|released|confirmed|shipped|delivered|in\s+transit|invoiced|back-?order/i,
    'accepted',
  ],
  [/submitted|pending|in\s+process|processing|under\s+review/i, 'submitted'],
];

/** Whether a text is one that states are told by, also where it counts as no event: a word of a portal that nobody taught isn't. */
export function isStateWord(text: string): boolean {
  return WORDS.some(([pattern]) => pattern.test(text));
}

export function readPageState(text: string): PageState | null {
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
