/** Control, format and separator characters: they could steer a terminal or hide text. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text from files and orders as a terminal may show it: what can't be seen stands as its code point. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (hidden) => `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`);
}
