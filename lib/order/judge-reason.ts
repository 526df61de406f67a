import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import type { SomReasonGiven } from './som-reason';

/** What a reason lacks: `short`: too few characters; `filler`: the same word again, a row of keys; `label`: what was picked, once more. */
export type ReasonLack = 'short' | 'filler' | 'label';

/** Words that say nothing about this order, however many of them there are. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  `a an and are as at be because but by for from had has have i in is it its no not of ok okay on one or our so that the
  their them there these they this those to us was we were with yes you your
  asap demand fine good just more much necessary need needed needs normal nothing order ordered ordering orders please
  reason reasons regular required requires see above same stock sure test usual very want wanted none na n/a`.split(
    /\s+/,
  ),
);

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890'];

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Different letters of such a script that two words have at least. */
const UNSPACED_LETTERS = 4;

/**
 * Whether a reason says something that another one couldn't (som.md 6: which pharmacy, which prescriber, which shortage); null:
 * it does. No judge of truth: it only keeps a bare click from passing for a reason.
 */
export function judgeReason({ kind, detail }: SomReasonGiven): ReasonLack | null {
  if (detail.trim().length < limits.reasonMinLength) return 'short';
  const words = [...new Set(wordsOf(detail))].filter((word) => !isKeyMash(word));
  if (words.length < 2 && !words.some(isSentence)) return 'filler';
  const specific = words.filter((word) => word.length > 1 && !SAYS_NOTHING.has(word));
  // A number says something of a word beside it, and nothing by itself.
  if (!specific.some((word) => /\p{L}/u.test(word))) return 'filler';
  const picked = new Set(wordsOf(`${say(`som-reason.${kind}`)} ${say(`som-reason.${kind}.ask`)}`));
  return specific.some((word) => !picked.has(word)) ? null : 'label';
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Of a script that sets no blanks between words: one run of letters is a whole sentence, unless it is one piece over and over. */
function isSentence(word: string): boolean {
  const letters = word.match(UNSPACED) ?? [];
  return new Set(letters).size >= UNSPACED_LETTERS;
}

/** `asdf`, `asdfasdf`, `xxxx`: a run of neighbouring keys, or one piece over and over; not `22` beds or patients. */
function isKeyMash(word: string): boolean {
  if (/^\p{N}+$/u.test(word)) return false;
  const piece = /^(.{1,4}?)\1+$/u.exec(word)?.[1] ?? word;
  if (piece.length < word.length && (piece.length === 1 || isKeyRun(piece))) return true;
  return isKeyRun(word);
}

function isKeyRun(piece: string): boolean {
  return piece.length >= 4 && KEY_ROWS.some((row) => row.includes(piece) && !/^\d+$/.test(piece));
}
