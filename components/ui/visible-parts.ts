/** A piece of text; `hidden` pieces are one character that can't be seen or that changes reading order. */
export interface TextPart {
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * All that `hasHiddenCharacters` of the order room refuses, and besides it every space but the plain one and the second
 * and later marks of a stack of combining characters (attacks.md 90).
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{2800}\u{3000}]|(?<=\p{M})\p{M}/gu;

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
