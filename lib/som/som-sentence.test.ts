import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import { en } from '@/lib/words';
import { assessOrder } from './assess-order';
import { pastOf } from './past';
import type { SeriesPoint, SomGap, SomLine, SubstanceAssessment } from './assessment';
import { somSentence } from './som-sentence';

const today = '2026-11-22' as PlainDate;
const points: SeriesPoint[] = Array.from({ length: 24 }, (_, i) => ({
  date: addDays(today, -10 * (24 - i)),
  supplierId: i % 2 ? 'meridian' : 'harbor',
  baseMg: 1500,
  strengthMg: 5,
}));

function say(
  baseMg: number | null,
  past = points,
  units = baseMg === null ? null : baseMg / 5,
  gap: SomGap | null = null,
): string {
  const known = { substanceCode: '9143', substanceName: 'oxycodone', strengthMg: 5, gap };
  const line: SomLine = { lineNumber: 3, ...known, baseMg, units };
  const { substances } = assessOrder({
    lines: [line],
    past: new Map([['9143', pastOf(past, today)]]),
    today,
  });
  return somSentence(substances[0] as SubstanceAssessment);
}

describe('somSentence', () => {
  it('names the amount, the usual order and the thirty days', () => {
    expect(say(6000)).toBe(
      '1,200 units; your usual order is 300 (median of 24 since March 2026). ' +
        'Across all suppliers you would reach 1,800 in 30 days; the highest earlier 30 days were 900.',
    );
  });

  it('says what was not checked, and that a first order has nothing to compare with', () => {
    expect(say(null)).toBe(
      'Not checked, because product, strength or package size of line 3 isn’t known. Complete the line to have it compared.',
    );
    expect(say(1500, [])).toBe(
      'No earlier order of oxycodone is known here, so there is nothing to compare with yet.',
    );
    expect(say(1500)).toBe('Nothing unusual against 24 earlier orders.');
  });

  it('names the very thing that keeps a line from being compared, whatever else is known of it', () => {
    expect(say(null, points, null, 'packageSize')).toBe(
      'Not checked, because the package size of line 3 isn’t known.',
    );
    expect(say(1500, points, 300, 'contradiction')).toBe(
      'Not checked, because line 3 says two different things of its product.',
    );
    expect(say(6000, points, 1200, 'contradiction')).toMatch(/^1,200 units; .* Not checked, because line 3/);
  });

  it('compares in milligrams where units are unknown', () => {
    expect(say(6000, points, null)).toContain('6,000 mg; your usual order is 1,500 mg');
  });

  it('never coaches a way around a threshold', () => {
    const somWords = Object.entries(en).filter(([key]) => key.startsWith('som.'));
    const texts = somWords.flatMap(([, sentence]): string[] =>
      typeof sentence === 'string' ? [sentence] : Object.values(sentence),
    );
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts)
      expect(text).not.toMatch(
        /split|delay|later|another supplier|elsewhere|remain|left|room|limit|allow|threshold|DEA/i,
      );
  });
});
