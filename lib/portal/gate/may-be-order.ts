import { framesIn, writtenDocument } from '../written-frames';

/** Text beyond this is no order form any more; the first and the last part are looked at. */
const MAX_TEXT = 300_000;
/** Elements in which an open shadow root is looked for; a page made of them has few others. */
const MAX_HOSTS = 1_500;

/**
 * Cells that the page's markup sets side by side stand in its text without a space between, so nothing here asks where a
 * word or a number ends. Each begins with its rarest sign, to which the engine skips: trying every digit of a page full
 * of prices and dates costs more than all the rest.
 */
const NDC = /(?<=\d{4})-\d{3,4}-\d/;
const CSOS_NUMBER = /(?<=\d\d)X[A-Z0-9]{6}/;
const SPOKEN = ['NDC', 'CSOS', 'National Drug Code', 'E222', 'DEA Blank', 'Schedule II', 'C-II', 'CII'];
const PACKAGES = /packages|pkgs|qty|quantity|ordered/i;
const AMOUNT = /\d ?[mM][cC]?[gG]/;

/** What a page has said so far that only together speaks of an order: a single-page portal draws it piece by piece. */
export interface Heard {
  amount: boolean;
  packages: boolean;
}

/** Whether a text may belong to an order, an order history or a shipment. Errs towards yes; detection decides. */
export function mayBeOrderText(text: string, heard: Heard = { amount: false, packages: false }): boolean {
  // Slices share the text's memory; a copy of it would not.
  const parts = text.length > MAX_TEXT ? [text.slice(0, MAX_TEXT / 2), text.slice(-MAX_TEXT / 2)] : [text];
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  if (SPOKEN.some((word) => parts.some((part) => part.includes(word)))) return true;
  if (has(NDC) || has(CSOS_NUMBER)) return true;
  heard.amount ||= has(AMOUNT);
  heard.packages ||= has(PACKAGES);
  return heard.amount && heard.packages;
}

/** Whether detection is worth its weight on this page. Native text access only, so that other pages pay nothing. */
export function mayBeOrder(document: Document, heard?: Heard): boolean {
  if (!document.body) return false;
  if (mayBeOrderText(document.body.textContent ?? '', heard)) return true;
  const elements = document.body.getElementsByTagName('*');
  const count = Math.min(elements.length, MAX_HOSTS);
  for (let i = 0; i < count; i++) {
    const shadow = elements[i]?.shadowRoot;
    if (shadow && mayBeOrderText(shadow.textContent ?? '')) return true;
  }
  return framesIn(document).some((frame) => mayBeOrderText(writtenDocument(frame)?.body.textContent ?? ''));
}
