/** A National Drug Code in the eleven-digit 5-4-2 form, without hyphens. */
export type Ndc11 = string & { readonly __brand: 'Ndc11' };

/**
 * Brings an NDC to eleven digits: 4-4-2 gains a zero at position 1, 5-3-2 at 6, 5-4-1 at 10. Ten digits without
 * hyphens could be any of the three, so they answer null: the caller asks.
 */
export function parseNdc(text: string): Ndc11 | null {
  const value = text.trim().replace(/[‐‑–—]/g, '-');
  if (/^\d{11}$/.test(value)) return value as Ndc11;
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(value);
  if (!parts) return null;
  const [labeler, product, pack] = parts.slice(1) as [string, string, string];
  if (labeler.length + product.length + pack.length < 10) return null;
  return (labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0')) as Ndc11;
}

/** Grouped for reading: `00406-8552-01`. */
export function formatNdc(ndc: Ndc11): string {
  return `${ndc.slice(0, 5)}-${ndc.slice(5, 9)}-${ndc.slice(9)}`;
}
