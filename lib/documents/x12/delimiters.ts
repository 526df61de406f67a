/** The characters that an interchange is cut at. X12 has no escape: none of them may stand in what it says. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  readonly segment: string;
}

/**
 * In the order in which they are tried: what most senders use first; last the information separators of ASCII, controls
 * that no field of an order may hold (attacks.md 90). So there is always one left, and one order has one choice.
 */
const CANDIDATES = {
  element: ['*', '|', '^', '\u001d'],
  component: ['>', ':', '<', '\u001f'],
  segment: ['~', '!', '`', '\u001c'],
} as const satisfies Record<keyof Delimiters, readonly string[]>;

/** The first of each kind that `text`, all that will stand between them, doesn't hold. */
export function chooseDelimiters(text: string): Delimiters {
  const free = (kind: keyof Delimiters) =>
    CANDIDATES[kind].find((character) => !text.includes(character)) ?? CANDIDATES[kind][3];
  return { element: free('element'), component: free('component'), segment: free('segment') };
}
