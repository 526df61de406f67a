/** A DEA registration number whose form and check digit hold, in upper case without separators. */
export type DeaNumber = string & { readonly __brand: 'DeaNumber' };

/** First letters that DEA is known to give out; another one is a reason to warn, not to refuse. */
const KNOWN_FIRST_LETTERS = 'ABCDEFGHJKLMPRSTUX';

/**
 * Reads a DEA registration number: two letters (the second may be 9) and seven digits, the last of which is the
 * last digit of (d1 + d3 + d5) + 2 × (d2 + d4 + d6). Surrounding white space is not significant.
 */
export function parseDeaNumber(text: string): DeaNumber | null {
  const value = text.trim().toUpperCase();
  if (!/^[A-Z][A-Z9]\d{7}$/.test(value)) return null;
  const d = [...value.slice(2)].map(Number) as [number, number, number, number, number, number, number];
  return (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10 === d[6] ? (value as DeaNumber) : null;
}

export function hasKnownDeaPrefix(number: DeaNumber): boolean {
  return KNOWN_FIRST_LETTERS.includes(number.charAt(0));
}
