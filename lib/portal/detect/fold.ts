/** Characters that only guide line breaking; a reader never sees them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Anything that folding changes; most texts have none of it. */
const UNFOLDED = /[\u00ad\u200b\u2060\ufeff]|[^\S ]|^ | $| {2}/;
/** Texts of nothing but the signs of a keyboard, which deceive nobody. */
const PLAIN = /^[ -~]*$/;

/** Characters that turn, join, hide or cross out what stands beside them (attacks.md 90). */
const TURNING = /[\u0335-\u0338\u200c-\u200f\u202a-\u202e\u2061-\u2064\u2066-\u206f]|[\u{e0000}-\u{e007f}]/u;
/** Digits and letters of other scripts that look like ours; Greek letters that names and units use are not among them. */
const LOOK_ALIKE = /(?![0-9])\p{Nd}|[\uff01-\uff5e\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧον]/u;

/** Text as a reader sees it: soft hyphens and zero-width spaces gone, any white space one blank, trimmed. */
export function fold(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Whether a text may say something else than it looks like. */
export function isDeceptive(text: string): boolean {
  return !PLAIN.test(text) && (TURNING.test(text) || LOOK_ALIKE.test(text));
}
