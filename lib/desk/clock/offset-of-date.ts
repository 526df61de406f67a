/** As RFC 9110 5.6.7 has every server write it: `Sun, 22 Nov 2026 20:33:27 GMT`. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The offset that a `Date` header tells: it names the whole second in which the answer was made, sometime between `asked`
 * and `answered` (whole milliseconds by this clock), so the offset lies in [asked − (date + 999 ms), answered − date]. Null
 * where the header is no such date.
 */
export function offsetOfDate(
  header: string,
  { asked, answered }: { readonly asked: number; readonly answered: number },
): { readonly offsetMs: number; readonly uncertaintyMs: number } | null {
  const date = IMF_FIXDATE.test(header) ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(date)) return null;
  return {
    offsetMs: (asked + answered - 999) / 2 - date,
    uncertaintyMs: (answered - asked + 999) / 2,
  };
}
