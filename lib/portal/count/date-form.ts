const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How a page writes days: its parts in order, what stands between them, and whether they are filled up with zeros. */
interface DateForm {
  readonly parts: readonly ('Y' | 'YY' | 'M' | 'MON' | 'D')[];
  readonly between: readonly [string, string];
  readonly padded: boolean;
  readonly upper: boolean;
}

const US: DateForm = { parts: ['M', 'D', 'Y'], between: ['/', '/'], padded: true, upper: false };

/** What a placeholder or a hint asks for: `MM/DD/YYYY`, `yyyy-mm-dd`, `dd-MMM-yy`. */
function asked(hint: string): DateForm | null {
  const found =
    /\b(m{1,3}|d{1,2}|y{4}|y{2})([/. -])(m{1,3}|d{1,2}|y{4}|y{2})([/. -]|, ?)(m{1,3}|d{1,2}|y{4}|y{2})\b/i.exec(
      hint,
    );
  if (!found) return null;
  const tokens = [found[1], found[3], found[5]].map((token = '') => token.toUpperCase());
  const parts = tokens.map((token) => {
    if (token[0] === 'Y') return token.length === 4 ? 'Y' : 'YY';
    return token[0] === 'D' ? 'D' : token.length === 3 ? 'MON' : 'M';
  });
  if (new Set(parts.map((part) => (part[0] === 'Y' ? 'Y' : part[0] === 'M' ? 'M' : 'D'))).size !== 3)
    return null;
  const padded = !tokens.some((token) => token === 'M' || token === 'D');
  return { parts, between: [found[2] ?? '/', found[4] ?? '/'], padded, upper: false };
}

/** As another day of the page is written: `11/3/2026`, `2026-11-03`, `03-NOV-26`, `Nov 3, 2026`. */
function shown(sample: string): DateForm | null {
  const iso = /\b\d{4}(-)\d{2}(-)\d{2}\b/.exec(sample);
  if (iso) return { parts: ['Y', 'M', 'D'], between: ['-', '-'], padded: true, upper: false };
  const us = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(sample);
  if (us)
    return {
      parts: ['M', 'D', us[4]?.length === 4 ? 'Y' : 'YY'],
      between: [us[2] ?? '/', us[2] ?? '/'],
      padded: us[1]?.length === 2 && us[3]?.length === 2,
      upper: false,
    };
  const named = /\b(\d{1,2})([- ])([a-z]{3})\2(\d{4}|\d{2})\b/i.exec(sample);
  if (named)
    return {
      parts: ['D', 'MON', named[4]?.length === 4 ? 'Y' : 'YY'],
      between: [named[2] ?? '-', named[2] ?? '-'],
      padded: named[1]?.length === 2,
      upper: named[3] === named[3]?.toUpperCase(),
    };
  const first = /\b([a-z]{3}) (\d{1,2}), (\d{4})\b/i.exec(sample);
  if (first)
    return {
      parts: ['MON', 'D', 'Y'],
      between: [' ', ', '],
      padded: first[2]?.startsWith('0') === true,
      upper: false,
    };
  return null;
}

/**
 * A day (`YYYY-MM-DD`) in the page's own form: as its hints ask, or else as it writes other days, the nearest first; or else
 * month, day and year, as US portals do.
 */
export function inPageForm(date: string, hints: readonly string[], samples: readonly string[]): string {
  const form = first(hints, asked) ?? first(samples, shown) ?? US;
  const [year = '', month = '', day = ''] = date.split('-');
  const number = (text: string) => (form.padded ? text : String(Number(text)));
  const name = MONTHS[Number(month) - 1] ?? '';
  const values = {
    Y: year,
    YY: year.slice(2),
    M: number(month),
    MON: form.upper ? name.toUpperCase() : name,
    D: number(day),
  };
  const [a, b, c] = form.parts.map((part) => values[part]);
  return `${a}${form.between[0]}${b}${form.between[1]}${c}`;
}

function first<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const form = read(text);
    if (form) return form;
  }
  return null;
}
