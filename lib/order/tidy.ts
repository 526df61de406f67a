/** A field's text in the one form that is signed: NFC, single ordinary spaces, none at the ends. Null where nothing is left. */
export function tidy(text: string | null): string | null {
  const value = (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return value === '' ? null : value;
}
