import type { Reader } from './reader';

/**
 * Whether a row stands where people see it: neither pushed off the page nor squeezed, cut or filtered away. Asked once for
 * each row, so that its many cells needn't be.
 */
export function rowStands(row: Element, reader: Pick<Reader, 'legible'>): boolean {
  if (!reader.legible(row)) return false;
  const style = row.ownerDocument.defaultView?.getComputedStyle(row);
  if (!style) return true;
  if (/inset\((?:50|100)%|circle\(0/.test(style.clipPath ?? '')) return false;
  if (/opacity\((?:0|0?\.0\d*)%?\)/.test(style.filter ?? '')) return false;
  if (!/hidden|clip/.test(style.overflow)) return true;
  const { width, height } = row.getBoundingClientRect();
  return width > 1 && height > 1;
}
