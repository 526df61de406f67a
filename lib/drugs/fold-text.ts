/**
 * Portal text made comparable: compatibility forms unified (non-breaking and thin spaces, full-width digits), soft
 * hyphens and zero-width characters removed, all dashes one, lower case, white space folded.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[×✕]/g, 'x')
    .replace(/[µμ]g/g, 'mcg')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Runs of letters and runs of digits, so that `TAB10MG` and `TAB 10 MG` read alike, and `TYLENOL #3` and `NO. 3`. */
export function tokensOf(text: string): readonly string[] {
  const numbered = foldText(text).replace(/#\s?(?=[1-4](?!\d))/g, ' no ');
  return numbered.match(/\p{L}+|\d+/gu) ?? [];
}
