import { describe, expect, it } from 'vitest';
import { en } from '@/lib/words';
import { chartWords } from '@/lib/words/en/chart';
import { monitoringFigureWords } from '@/lib/words/en/monitoring-figures';
import { monitoringPageWords } from '@/lib/words/en/monitoring-page';
import { monitoringRatioWords } from '@/lib/words/en/monitoring-ratios';
import { productWords } from '@/lib/words/en/products';
import { signSomWords } from '@/lib/words/en/sign-som';
import { somWords } from '@/lib/words/en/som';
import { somReasonWords } from '@/lib/words/en/som-reason';

/** Catalogues of surfaces that tell of what is usual, and keys about it in catalogues of others. */
const catalogues = [
  ...[chartWords, monitoringFigureWords, monitoringPageWords, monitoringRatioWords, productWords],
  ...[signSomWords, somWords, somReasonWords],
];
const ELSEWHERE =
  /^(timeline\.(som|request\.warned)|pack\.som|popup\.watch|level\.|monitoring|dispensing|som\/|product\/|sign\.(compared|reason)|signing\/(reason|lowered)|print\.(reasons|increase)|honesty\.som)/;

const sentences = Object.entries(en).filter(
  ([key]) => ELSEWHERE.test(key) || catalogues.some((words) => Object.hasOwn(words, key)),
);
const textsOf = (sentence: (typeof sentences)[number][1]): readonly string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence);

/**
 * Ways around a supplier's or DEA's eyes (som.md 1: altering an order to slip under a threshold is itself evidence), and
 * limits that DEA doesn't set.
 */
const COACHING: readonly RegExp[] = [
  /\bsplit/i,
  /\bdelay/i,
  /\b(wait|hold off) (until|till|for)\b/i,
  /\bnext month\b/i,
  /\b(an)?other (supplier|wholesaler)\b/i,
  /\bremain/i,
  /\b(head)?room\b/i,
  /\bleft (of|in|to|under|this)\b/i,
  /\bup to\b.*\bmore\b/i,
  /\bstill (order|buy)\b/i,
  /\b(under|below|within|beneath) (the|your|its|a|their)\b.{0,20}\b(limit|threshold)/i,
  /\b(slip|stay|keep|get) (under|below|within|past)\b/i,
  /\bDEA(’s|'s)? (limit|threshold|quota)/i,
  /\bsmaller orders?\b/i,
  /\bavoid/i,
];

describe('what is said about unusual orders', () => {
  it('is all read here', () => {
    expect(sentences.length).toBeGreaterThan(150);
    for (const words of catalogues) expect(Object.keys(words).length).toBeGreaterThan(5);
  });

  it('never coaches a way around anybody, and names no limit of DEA', () => {
    const coaching = sentences.flatMap(([key, sentence]) =>
      textsOf(sentence).flatMap((text) =>
        COACHING.filter((pattern) => pattern.test(text)).map((pattern) => `${key}: “${text}” (${pattern})`),
      ),
    );
    expect(coaching).toEqual([]);
  });

  it.each([
    'Split it into two orders.',
    'Order the rest from another wholesaler.',
    '300 tablets remain this month.',
    'There is room for 300 more.',
    'You can order up to 300 more.',
    'Stay below your limit of 4,000.',
    'The DEA threshold is 8,000.',
    'Wait until December.',
    'You have 300 left in the month.',
  ])('would be caught: %s', (text) => {
    expect(COACHING.some((pattern) => pattern.test(text))).toBe(true);
  });
});
