/**
 * Characters that can't be seen, that change reading order or that stack marks over their neighbours: controls (tab and
 * line ends included), format characters with all bidi controls, zero-width and other default-ignorable code points, line and
 * paragraph separators, private use, lone surrogates, noncharacters, the blank Braille cell, and three marks on one letter.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|\p{M}{3,}/u;

/** Whether what a person sees of `text` may differ from what it says (attacks.md 90). */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}
