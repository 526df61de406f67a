/** Whole dosage units, 1 or more, as people write them (`1,200`); null for everything else. Nothing is rounded. */
export function readUnits(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/.test(trimmed)) return null;
  const units = Number(trimmed.replaceAll(',', ''));
  return units >= 1 ? units : null;
}
