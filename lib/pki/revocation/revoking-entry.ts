import type { CrlEntry } from '../crl/entries';
import type { ParsedCrl } from '../crl/parse-crl';
import { baseScopeKey } from '../crl/crl-scope-key';
import { follows, updates } from './follows';

/** A rightly signed list that covers the certificate, and what it says about it. */
export interface Word {
  readonly crl: ParsedCrl;
  readonly entries: readonly CrlEntry[];
  /** Whether `at` lies between its thisUpdate and nextUpdate. */
  readonly isCurrent: boolean;
  /** The reasons that it covers, as `ALL_REASONS` has them. */
  readonly reasons: number;
}

const CERTIFICATE_HOLD = 6;
/** The same as a bit of ReasonFlags. */
const HOLD_FLAG = 0x8000 >> CERTIFICATE_HOLD;
/** Lifts an entry, and only means something in a delta. */
const REMOVE_FROM_CRL = 8;

/**
 * The entry of `word` by which the certificate was revoked at `at`, one that is for good before a hold, or null. What a list
 * names stays revoked for good, also when the list has ended; only a hold can be lifted again, by a current list that follows
 * (RFC 5280 5.3.1).
 */
export function revokingEntry(word: Word, words: readonly Word[], at: number): CrlEntry | null {
  const { crl, entries } = word;
  let hold: CrlEntry | null = null;
  for (const entry of entries) {
    if (isRemoval(entry, crl)) continue;
    // A later list also tells about earlier times: then the entry's own dates decide (21 CFR 1311.50).
    const since = Math.min(entry.revokedAt, entry.invalidFrom ?? Infinity);
    if (crl.thisUpdate > at && since > at) continue;
    if (!isHold(entry)) return entry;
    if (!words.some((later) => lifts(later, crl) || outlasts(later, word, words))) hold = entry;
  }
  return hold;
}

/** Whether the entry may be lifted again; any other is for good (RFC 5280 5.3.1). */
export function isHold({ reason }: CrlEntry): boolean {
  return reason === CERTIFICATE_HOLD;
}

function lifts(later: Word, earlier: ParsedCrl): boolean {
  if (!later.isCurrent || !follows(later.crl, earlier)) return false;
  if (!later.crl.isDelta) return later.entries.length === 0;
  const removes = later.entries.length > 0 && later.entries.every((entry) => isRemoval(entry, later.crl));
  return removes && (earlier.isDelta || updates(later.crl, earlier));
}

/**
 * Whether a current complete list for this reason is silent where a list of another series ended without a successor, as when
 * a CA changed the key or the distribution points of its lists: numbers can't be compared then, and the ended one would hold
 * for ever.
 */
function outlasts(later: Word, ended: Word, words: readonly Word[]): boolean {
  if (!later.isCurrent || later.crl.isDelta || later.entries.length > 0) return false;
  if (baseScopeKey(later.crl) === baseScopeKey(ended.crl)) return false;
  if (ended.isCurrent || words.some(({ crl, isCurrent }) => isCurrent && updates(crl, ended.crl)))
    return false;
  return (later.reasons & HOLD_FLAG) !== 0 && later.crl.thisUpdate > ended.crl.thisUpdate;
}

function isRemoval({ reason }: CrlEntry, { isDelta }: ParsedCrl): boolean {
  return isDelta && reason === REMOVE_FROM_CRL;
}
