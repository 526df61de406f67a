/** Characters that only guide line breaking; a reader never sees them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Characters that can make a text look different from what it says (attacks.md 90). */
const DECEPTIVE = /[\u200c-\u200f\u202a-\u202e\u2061-\u2064\u2066-\u206f]/;

/** Text as a reader sees it: soft hyphens and zero-width spaces gone, any white space one blank, trimmed. */
export function fold(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Whether a text holds characters that turn, join or hide what stands beside them. */
export function isDeceptive(text: string): boolean {
  return DECEPTIVE.test(text);
}
