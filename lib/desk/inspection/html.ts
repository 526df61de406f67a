/** Text that is HTML already. Everything else is escaped on its way in. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlPart = Html | string | number | null | readonly HtmlPart[];

/** What isn't seen, or changes reading order, is shown by its code: a pack is read by people who decide by it (attacks.md 90). */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(HIDDEN, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}

function rendered(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(rendered).join('');
}

/** Text whose lines stay lines, for `pre`. */
export function preformatted(text: string): Html {
  return new Html(text.split('\n').map(escaped).join('\n'));
}

/** The indentation of templates is for those who write them: a pack of thousands of pages does without. */
const tight = (text: string) => text.replace(/\s*\n\s*/g, '\n');

/** A template whose values are escaped, unless they were made by this function. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(
    strings.map((text, at) => tight(text) + (at < parts.length ? rendered(parts[at] ?? null) : '')).join(''),
  );
}
