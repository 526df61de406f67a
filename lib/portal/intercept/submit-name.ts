/** Longer texts are no names of controls. */
const NAME_MAX = 80;

/**
 * Not the order's way out, whatever else the name says: signing in, searching, a ticket, a receipt, a file, the signature that a
 * site asks of us.
 */
const OTHER =
  /countersign|\b(?:sign|log)[ -]?(?:in|out|up|off)\b|\bsign on\b|search|filter|ticket|feedback|question|comment|survey|rating|newsletter|receipt|receiv|\breturns?\b|claim|draft|cancel|void|reject|declin|delete|remove|password|attach|upload|\bfile\b|history|dispute|template|don.?t|\bnot\b/;

/** Printing is no way out, but one that submits may print besides. */
const PRINTS = /\bprint/;
const SUBMITS = /\bsubmit\b/;

/** What portals call the press with which an order leaves. */
const LEAVES: readonly RegExp[] = [
  /\b(?:re)?submit(?:s|ting)?\b|\btransmit\b|\bsubmit\w*order/,
  /\b(?:place|send|complete|finali[sz]e|finish|confirm|release|authori[sz]e|approve|process|execute|buy|purchase)\b.*\b(?:orders?|purchase|cart|check ?out|222|po|p\.o\.)(?:$|\W)/,
  /^(?:e-?|digitally |electronically )?sign(?: (?:now|here|it|all|orders?|(?:&|and|\+|\/) .*))?$/,
  /\b(?:e-?|digitally |electronically )?sign\b.*\b(?:orders?|send|csos|222|transmit|place)\b/,
  /^(?:order|buy|purchase)(?: (?:now|it|all))?$/,
  /^finish$/,
];

/**
 * Whether a control of this name sends an order off. Only ways out count: "Checkout", "Continue" and "Review order" lead to
 * another page, where the order is looked at again.
 */
export function isSubmitName(name: string): boolean {
  const text = name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u00ad]+/g, ' ')
    .trim()
    .toLowerCase();
  if (text === '' || text.length > NAME_MAX || OTHER.test(text)) return false;
  if (PRINTS.test(text) && !SUBMITS.test(text)) return false;
  return LEAVES.some((pattern) => pattern.test(text));
}
