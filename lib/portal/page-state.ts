/** What a portal's status words say happened to an order; null where they say nothing that counts as an event. */
export type PageState = 'submitted' | 'accepted' | 'not-accepted' | 'received' | 'void';

/** `unclear`: something happened to the order, or to a part of it, that a person has to look at. */
type Meaning = PageState | 'unclear' | null;

const ORDER = '^\\W*(?:(?:the|this|your|csos|supplier|order|is|was|has|been)\\s+)*';
/** Behind the words: a day, and who. */
const WHEN = '(?:\\W+(?:on\\s+)?\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4})?\\W*$';

/**
 * The first that fits counts: "not accepted" holds "accepted", "partially received" is no receipt of all. What ends an order is
 * asked of the whole text; a word in it could be said of a payment, a line, a step that is still to come.
 */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/\b\d+\s*(?:of|out\s+of)\s*\d+\b|\b\d+\s*\/\s*\d+\s+(?:lines?|items?|packages?|received|shipped)/i, null],
  // Of the order, not of a line or a part of it: "1 line rejected", "Rejected lines: 2", "Rejected: 0".
  [
    new RegExp(
      `${ORDER}(?:not\\s+(?:been\\s+)?accepted|rejected|refused|declined|denied)\\b(?!\\s+(?:yet|lines?|items?|in\\s+part)\\b|\\W*part|\\W*\\d+\\W*$)`,
      'i',
    ),
    'not-accepted',
  ],
  [/unaccepted|reject|refus|declin|denied|disapproved|not\s+approved/i, 'unclear'],
  // An order that still waits for the purchaser's own act isn't with the supplier yet.
  [/(pending|awaiting|needs|requires)\s*(\w+\s+)?(signature|signing|approval)|unsigned|draft/i, null],
  // The whole order, by the words alone: "balance cancelled" or "cancellation requested" is not that.
  [
    /^\W*((the\s+)?order\s+)?((is|was|has\s+been)\s+)?(void(ed)?|cancell?ed)(\s+by\s+((the\s+)?supplier|us))?\W*$/i,
    'void',
  ],
  [/cancel|\bvoid/i, null],
  // Goods that are to be received, or came in part, were shipped: the supplier took the order. So were goods that a
  // carrier delivered: what was received is for the purchaser to count and record (21 CFR 1305.22(g)).
  [
    /^\W*(?:part(?:ly|ial(?:ly)?)[\s-]*(?:shipped|received)|(?:pending|awaiting|not|to\s+be)\s*(?:received|receipt|receiving)|unreceived)\b(?!.*\byet\b)/i,
    'accepted',
  ],
  [
    /\b(?:not|never|yet|no|nothing|none|to\s+be|will\s+be)\b|n['’]t\b|\b(?:un|non)-?(?:confirm|invoic|ship|receiv|releas|approv|submit)/i,
    null,
  ],
  [/\b(?:payments?|card|terms|e-?mail)\b/i, null],
  [/(received\s+by|delivered\s+to)\s+(us|(the\s+)?supplier)|order\s+received/i, 'submitted'],
  [
    new RegExp(
      `^\\W*(?:delivered\\s+and\\s+)?(?:(?:fully\\s+)?received|received\\s+in\\s+full|receipt\\s+complete)${WHEN}`,
      'i',
    ),
    'received',
  ],
  [/accepted|approved|released|confirmed|shipped|delivered|in\s+transit|invoiced|back-?order/i, 'accepted'],
  [/submitted|pending|in\s+process|processing|under\s+review/i, 'submitted'],
];

/** In the state column of a list of CSOS orders it ends them; on a page of its own it may end a checkout (portals.md). */
const COMPLETED = /^\W*completed?\W*$/i;

function meaningOf(text: string): Meaning | undefined {
  const words = text.replaceAll('_', ' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

/** Whether a text is one that states are told by, also where it counts as no event: a word of a portal that nobody taught isn't. */
export function isStateWord(text: string): boolean {
  if (COMPLETED.test(text)) return true;
  const meaning = meaningOf(text);
  return meaning !== undefined && meaning !== 'unclear';
}

/** `from`: a row's cell of a state column, or anywhere else on a page about one order. */
export function readPageState(text: string, from: 'row' | 'page' = 'row'): PageState | null {
  if (COMPLETED.test(text)) return from === 'row' ? 'received' : null;
  const meaning = meaningOf(text);
  return meaning === undefined || meaning === 'unclear' ? null : meaning;
}
