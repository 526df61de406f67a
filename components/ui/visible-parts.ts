/** A piece of text; `hidden` pieces are one character that can't be seen or that changes reading order. */
export interface TextPart {
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * Controls, bidi and zero-width characters, odd spaces, private use, tags, variation selectors, and the second and later
 * marks of a stack of combining characters (attacks.md 90).
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}\u{34f}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{3164}\u{ffa0}\u{2800}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]|(?<=\p{M})\p{M}/gu;

/** Splits text so that every hidden character can be shown as its code, such as `U+202E`. */
export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hidden: false });
    const code = (match[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    parts.push({ text: `U+${code}`, hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hidden: false });
  return parts;
}
