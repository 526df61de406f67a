import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHiddenCharacters } from '@/lib/order';
import { visibleParts } from './visible-parts';

const shown = (text: string) =>
  visibleParts(text)
    .map(({ text: part, hidden }) => (hidden ? `[${part}]` : part))
    .join('');

describe('visible text', () => {
  it.each([
    ['Oxycodone 10 mg', 'Oxycodone 10 mg'],
    ['10\u202Egm', '10[U+202E]gm'],
    ['a\u200Bb\u2066c', 'a[U+200B]b[U+2066]c'],
    ['x\ty\n', 'x[U+0009]y[U+000A]'],
    ['1\u00A0000', '1[U+00A0]000'],
    ['e\u0301\u0302\u0303', 'e\u0301[U+0302][U+0303]'],
    ['é ß 漢', 'é ß 漢'],
    ['', ''],
  ])('writes out what can’t be seen: %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('shows everything that an order may not hold as a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = visibleParts(text).filter(({ hidden }) => !hidden);
        for (const part of plain) expect(hasHiddenCharacters(part.text)).toBe(false);
      }),
    );
  });
});
